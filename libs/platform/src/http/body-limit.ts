import type { FastifyInstance } from 'fastify';
import { withRouteConfig } from './route-config.js';

const KIB = 1024;

/**
 * Bytes that a route reads of a body, by what it takes: the largest valid one with every character escaped, and half as
 * much again.
 */
export const BODY_BYTES = {
  /** Account and password; anybody may send them. */
  credentials: 4 * KIB,
  /** What somebody does with an incident, a case or a unit: some fields and a text or two. */
  act: 32 * KIB,
  /** A report, or an entry of the directory with its contacts. */
  record: 64 * KIB,
} as const;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Bytes of a body; those of an act unless {@link BodyLimit} says otherwise. */
    bodyBytes?: number;
  }
}

/** Lets a route read other bodies than those of an act. */
export const BodyLimit = (what: keyof typeof BODY_BYTES): MethodDecorator =>
  withRouteConfig({ bodyBytes: BODY_BYTES[what] });

/** Gives every route its limit; beyond it 413 is answered and the connection closed. */
export function limitBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    route.bodyLimit = route.config?.bodyBytes ?? BODY_BYTES.act;
  });
}
