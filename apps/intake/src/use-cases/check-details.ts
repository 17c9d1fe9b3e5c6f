import { plainToInstance } from 'class-transformer';
import { validateSync, ValidationError } from 'class-validator';
import { readerOf } from '#contracts';
import { refuseFarAhead } from '#domain-kit';
import { ValidationRefused } from '#platform';
import type { IncidentType } from '../domain/incident-types/index.js';
import { occurredInFuture } from './report-date.refusals.js';

/** Checks the fields that a type adds to a report, by the type's own class. Throws 400 with a pointer per wrong field. */
export function checkDetails(type: IncidentType, details: Readonly<Record<string, unknown>>): void {
  if (readerOf(type.details, 'request')(details)) return;
  const children = validateSync(plainToInstance(type.details, details), {
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { target: false, value: false },
  });
  if (children.length === 0) return;
  throw new ValidationRefused([Object.assign(new ValidationError(), { property: 'details', children })]);
}

/** Throws 422 for an instant of the details that has yet to come and is not about what is to come, or lies too far ahead. */
export function checkInstants(
  { fields }: Pick<IncidentType, 'fields'>,
  details: Readonly<Record<string, unknown>>,
  latest: Date,
  pointer = '/details',
): void {
  for (const { name, instant, items } of fields) {
    const value = details[name];
    if (instant && typeof value === 'string') checkInstant(instant, new Date(value), latest, `${pointer}/${name}`);
    if (items && Array.isArray(value)) {
      for (const [at, item] of value.entries())
        checkInstants({ fields: items }, item as Record<string, unknown>, latest, `${pointer}/${name}/${at}`);
    }
  }
}

function checkInstant(which: 'past' | 'any', at: Date, latest: Date, pointer: string): void {
  if (which === 'past' && at > latest) throw occurredInFuture({}, pointer);
  refuseFarAhead(at, latest, pointer);
}
