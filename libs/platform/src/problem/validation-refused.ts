import type { ValidationError } from 'class-validator';
import type { Fault } from './problem.js';
import { describeConstraint } from './constraint-messages.js';

/** Most wrong fields that one answer lists; a hostile body could have thousands. */
const MAX_LISTED = 100;

/** Where an input came from, as Nest names it. */
export type InputPlace = 'body' | 'query' | 'param' | 'custom';

/** Input that does not match its DTO class; becomes 400 `request.invalid` with one entry per wrong field. */
export class ValidationRefused extends Error {
  override readonly name = 'ValidationRefused';

  constructor(
    readonly faults: readonly ValidationError[],
    readonly place: InputPlace = 'body',
  ) {
    super('request.invalid');
  }

  /** The same refusal with more wrong fields. */
  with(more: readonly ValidationError[]): ValidationRefused {
    return new ValidationRefused([...this.faults, ...more], this.place);
  }

  /** The same refusal, knowing which part of the request it is about. */
  at(place: InputPlace): ValidationRefused {
    return new ValidationRefused(this.faults, place);
  }

  /** Every wrong field with its pointer, in both languages. */
  toFault(): Fault {
    const root = { body: '', query: '/query', param: '/path', custom: '' }[this.place];
    return {
      status: 400,
      code: 'request.invalid',
      detail: { zh: '请求内容有误，请按所列各项改正', en: 'The request has invalid fields; see errors' },
      errors: this.faults.flatMap((fault) => listed(fault, root)).slice(0, MAX_LISTED),
    };
  }
}

function listed(fault: ValidationError, parent: string): NonNullable<Fault['errors']> {
  const pointer = `${parent}/${fault.property.replace(/~/g, '~0').replace(/\//g, '~1')}`;
  const own = Object.entries(fault.constraints ?? {}).map(([name, text]) => ({
    pointer,
    ...describeConstraint(name, text, fault.property),
  }));
  return [...own, ...(fault.children ?? []).flatMap((child) => listed(child, pointer))];
}
