import type { PipeTransform } from '@nestjs/common';
import { incidentUnknown } from '../../use-cases/file-journal.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Ids in paths are UUIDs; anything else names nothing, and is answered like an unknown id. */
export class IdPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!UUID.test(id)) throw incidentUnknown();
    return id.toLowerCase();
  }
}
