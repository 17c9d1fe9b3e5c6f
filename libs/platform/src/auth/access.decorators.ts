import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import type { Role } from '#contracts';
import type { FastifyRequest } from 'fastify';
import type { Caller } from './caller.js';
import { signInRequired } from './auth.refusals.js';

/** Metadata key of the access rule of a route: `'public'`, or the roles of which one is needed (`[]`: any account). */
export const ACCESS_RULE = 'qijing:access';

/** What a route demands of its caller. */
export type AccessRule = 'public' | Role[];

/** Opens a route to accounts that hold one of these roles; without arguments to every signed-in account. */
export function Allow(...roles: Role[]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    SetMetadata(ACCESS_RULE, roles),
    ApiExtension('x-roles', roles),
    ApiBearerAuth('bearer'),
    ApiCookieAuth('session'),
  );
}

/** Opens a route to everybody, signed in or not. */
export function Public(): MethodDecorator & ClassDecorator {
  return SetMetadata(ACCESS_RULE, 'public');
}

/** Parameter decorator: the verified caller. Throws 401 on a public route that nobody has signed in to. */
export const CurrentCaller = createParamDecorator((_data: undefined, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!caller) throw signInRequired();
  return caller;
});
