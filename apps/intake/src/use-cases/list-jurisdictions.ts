import { Injectable } from '@nestjs/common';
import type { JurisdictionRow } from '../outbound/database/jurisdiction.table.js';
import { Jurisdictions } from '../outbound/database/jurisdictions.js';

/** The whole jurisdiction map, by code. */
@Injectable()
export class ListJurisdictions {
  constructor(private readonly jurisdictions: Jurisdictions) {}

  run(): Promise<JurisdictionRow[]> {
    return this.jurisdictions.list();
  }
}
