import { Injectable, ValidationPipe, type ArgumentMetadata, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/internal';
import type { FastifyRequest } from 'fastify';
import { ValidationRefused } from '../problem/validation-refused.js';

type Metatype = ArgumentMetadata['metatype'];

/**
 * Checks every input against its DTO class: all wrong fields at once, unknown fields refused, values never repeated in
 * the answer. What is an instance of its class already (a decoded event, a body checked early) passes as it is.
 */
@Injectable()
export class ContractPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      validationError: { target: false, value: false },
      exceptionFactory: (errors) => new ValidationRefused(errors),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (isInstance(value, metadata.metatype)) return value;
    try {
      return (await super.transform(value, metadata)) as unknown;
    } catch (error) {
      throw error instanceof ValidationRefused ? error.at(metadata.type) : error;
    }
  }
}

function isInstance(value: unknown, metatype: Metatype): boolean {
  if (metatype === undefined || (metatype as unknown) === Object || (metatype as unknown) === Array) return false;
  return typeof value === 'object' && value !== null && value instanceof metatype;
}

const pipe = new ContractPipe();

/**
 * Checks the body of a route before its handler runs, so that a malformed request never takes part in a group commit,
 * where its failure would make the whole batch be redone one by one.
 */
export async function validateBodyEarly(context: ExecutionContext): Promise<void> {
  const metatype = bodyClass(context);
  if (!metatype) return;
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  request.body = await pipe.transform(request.body, { type: 'body', metatype });
}

function bodyClass(context: ExecutionContext): Metatype {
  const controller = context.getClass();
  const method = context.getHandler().name;
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    { index: number }
  >;
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype as object, method) ?? []) as Metatype[];
  const body = Object.entries(args).find(([key]) => key.startsWith(`${RouteParamtypes.BODY}:`))?.[1];
  return body === undefined ? undefined : types[body.index];
}
