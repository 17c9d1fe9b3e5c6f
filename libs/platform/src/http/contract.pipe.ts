import { Injectable, ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { ValidationError } from 'class-validator';
import { isLine, readerOf, type Reader } from '#contracts';
import { defineRefusal } from '#domain-kit';
import { ValidationRefused } from '../problem/validation-refused.js';

type Metatype = ArgumentMetadata['metatype'];

/**
 * What ids in addresses are made of. MySQL and MariaDB cannot compare other characters with an id column, and take no
 * notice of blanks at its end.
 */
const ID = /^[\x21-\x7e]{1,128}$/;

/** 404: nothing has such an id. */
const addressUnknown = defineRefusal({
  code: 'route.not-found',
  kind: 'not-found',
  zh: '没有这个地址',
  en: 'There is no such address',
});

/** 400: a list, text or number where the route takes an object. A list would pass the checks of its items' class. */
export const notAnObject = defineRefusal({
  code: 'request.invalid',
  kind: 'invalid',
  zh: '请求内容应为 JSON 对象',
  en: 'The request body must be a JSON object',
});

/**
 * Checks every input against its DTO class: all wrong fields at once, unknown fields refused, values never repeated in
 * the answer. What is an instance of its class already (a decoded event) passes as it is.
 *
 * A good body is read by a compiled reader; class-validator, which costs more than ten times as much, explains the others,
 * and checks the classes whose rules cannot be compiled.
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

  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (isInstance(value, metadata.metatype)) return Promise.resolve(value);
    const read = metadata.type === 'body' ? bodyReader(metadata.metatype)?.(value) : undefined;
    return read ? Promise.resolve(read) : this.explain(value, metadata);
  }

  /** Says all that is wrong, or takes what the reader could not judge. */
  private async explain(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'param') refuseWrongId(value, metadata.data);
    const hidden = metadata.type === 'body' && isContract(metadata.metatype) ? hiddenFaultsOfBody(value) : [];
    let checked: unknown;
    try {
      checked = await super.transform(value, metadata);
    } catch (error) {
      throw error instanceof ValidationRefused ? error.with(hidden).at(metadata.type) : error;
    }
    if (hidden.length > 0) throw new ValidationRefused(hidden, metadata.type);
    return checked;
  }
}

/** Refuses an id that nothing can have: with its pointer where no text at all may be like that. */
function refuseWrongId(id: unknown, name = ''): void {
  if (typeof id !== 'string' || ID.test(id)) return;
  if (isLine(id)) throw addressUnknown();
  const constraints = { isLine: `${name} must be one line without control and direction characters` };
  throw new ValidationRefused([fault(name, { constraints })], 'param');
}

const isContract = (metatype: Metatype): boolean =>
  metatype !== undefined && !([Object, Array, String, Number, Boolean] as unknown[]).includes(metatype);

const readers = new Map<Metatype, Reader | undefined>();

/** The compiled reader of a class of bodies, if its rules can be compiled; decided when its first body comes. */
function bodyReader(metatype: Metatype): Reader | undefined {
  if (!readers.has(metatype)) readers.set(metatype, isContract(metatype) ? compiled(metatype) : undefined);
  return readers.get(metatype);
}

function compiled(metatype: Metatype): Reader | undefined {
  try {
    return readerOf(metatype as new () => object, 'request');
  } catch {
    return undefined;
  }
}

/** What no rule sees: `@IsOptional` lets null pass as if the field were absent (use cases know absent fields only). */
function hiddenFaultsOfBody(body: unknown): ValidationError[] {
  if (body === undefined) return [];
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw notAnObject();
  return hiddenFaults(body);
}

/** class-transformer leaves this name out of what it makes, so that no rule ever sees it. */
const UNKNOWN = 'property constructor should not exist';

function hiddenFaults(value: object): ValidationError[] {
  return Object.entries(value).flatMap(([property, item]: [string, unknown]) => {
    if (property === 'constructor') return [fault(property, { constraints: { whitelistValidation: UNKNOWN } })];
    if (item === null) return [fault(property, { constraints: { isNotNull: `${property} must not be null` } })];
    const children = typeof item === 'object' ? hiddenFaults(item) : [];
    return children.length > 0 ? [fault(property, { children })] : [];
  });
}

const fault = (property: string, more: Partial<ValidationError>): ValidationError =>
  Object.assign(new ValidationError(), { property, ...more });

function isInstance(value: unknown, metatype: Metatype): boolean {
  if (metatype === undefined || (metatype as unknown) === Object || (metatype as unknown) === Array) return false;
  return typeof value === 'object' && value !== null && value instanceof metatype;
}
