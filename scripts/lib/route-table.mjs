import { readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';

/** The one route table of the product: the gateway reads it, and the Caddyfile's routes are written from it. */
export const table = JSON.parse(readFileSync(inRoot('apps/gateway/routes.json'), 'utf8'));

export const serviceNames = Object.keys(table.services);
