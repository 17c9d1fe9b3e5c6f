import { plainToInstance } from 'class-transformer';
import { validateSync, ValidationError } from 'class-validator';
import { readerOf } from '#contracts';
import { ValidationRefused } from '#platform';
import type { IncidentType } from '../domain/incident-types/index.js';

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
