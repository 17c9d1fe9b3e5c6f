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
      errors: first(MAX_LISTED, listed(this.faults, root)),
    };
  }
}

type Listed = NonNullable<Fault['errors']>[number];

/** Describes one wrong field after the other, and none that nobody asks for. */
function* listed(faults: readonly ValidationError[], parent: string): Generator<Listed> {
  for (const { property, constraints = {}, children = [] } of faults) {
    const pointer = `${parent}/${property.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    for (const [name, text] of Object.entries(constraints)) {
      yield { pointer, ...describeConstraint(name, text, property) };
    }
    yield* listed(children, pointer);
  }
}

function first<T>(most: number, all: Iterable<T>): T[] {
  const some: T[] = [];
  for (const one of all) if (some.push(one) === most) break;
  return some;
}
