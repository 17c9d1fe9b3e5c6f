import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { ACCESS_RULE } from './access.decorators.js';

type Handler = (...args: never[]) => unknown;

/** Routes (`Class.method METHOD /path`) that carry neither `@Allow` nor `@Public`. */
export function routesWithoutRule(modules: ModulesContainer, reflector: Reflector): string[] {
  const scanner = new MetadataScanner();
  const controllers = new Set([...modules.values()].flatMap((module) => [...module.controllers.values()]));
  return [...controllers].flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    const prototype = metatype.prototype as Record<string, Handler>;
    return scanner
      .getAllMethodNames(prototype)
      .map((name) => ({ name, handler: prototype[name] }))
      .filter(({ handler }) => handler !== undefined && isBareRoute(handler, metatype, reflector))
      .map(({ name, handler }) => `${metatype.name}.${name} ${describeRoute(handler)}`);
  });
}

/** Refuses to start a process in which a route has no access rule. */
export function requireAccessRules(modules: ModulesContainer, reflector: Reflector): void {
  const bare = routesWithoutRule(modules, reflector);
  if (bare.length > 0) throw new Error(`Routes without @Allow or @Public:\n  ${bare.join('\n  ')}`);
}

function isBareRoute(handler: Handler, controller: object, reflector: Reflector): boolean {
  if (Reflect.getMetadata(METHOD_METADATA, handler) === undefined) return false;
  return reflector.getAllAndOverride(ACCESS_RULE, [handler, controller as typeof Function]) === undefined;
}

function describeRoute(handler: Handler | undefined): string {
  if (!handler) return '';
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod;
  return `${RequestMethod[method]} ${String(Reflect.getMetadata(PATH_METADATA, handler))}`;
}
