import type { OpenAPIObject } from '@nestjs/swagger';
import { existsSync, readFileSync } from 'node:fs';

/** Where the repository keeps it, seen from the joined program, the source and the compiled file. */
const PLACES = ['../../', '../../../../', '../../../../../'].map(
  (root) => new URL(`${root}docs/api/qijing.openapi.json`, import.meta.url),
);

/** The committed OpenAPI document of all services, when it was delivered with the program. */
export function committedDocument(): OpenAPIObject | undefined {
  const place = PLACES.find((url) => existsSync(url));
  return place && (JSON.parse(readFileSync(place, 'utf8')) as OpenAPIObject);
}
