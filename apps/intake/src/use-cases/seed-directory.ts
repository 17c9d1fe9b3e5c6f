import { Injectable } from '@nestjs/common';
import type { Zone } from '#contracts';
import { Database } from '#persistence';
import { Enterprises } from '../outbound/database/enterprises.js';
import { Jurisdictions } from '../outbound/database/jurisdictions.js';
import type { EnterpriseFields } from './enterprise-record.js';
import { RegisterEnterprise } from './register-enterprise.js';

/** An enterprise with a fixed id. */
export interface SeedEnterprise extends EnterpriseFields {
  /** UUID. */
  readonly id: string;
  readonly name: string;
}

/** A jurisdiction with its outline. */
export interface SeedJurisdiction {
  readonly code: string;
  readonly name: string;
  /** Six digits (GB/T 2260). */
  readonly district: string;
  readonly zone: Zone;
  /** Ring of `[longitude, latitude]`, WGS-84. */
  readonly outline: readonly (readonly [number, number])[];
}

/** What a directory begins with. */
export interface DirectorySeed {
  readonly enterprises: readonly SeedEnterprise[];
  readonly jurisdictions: readonly SeedJurisdiction[];
}

/** Fills the directory and the jurisdiction map. Repeating it changes nothing: entries that exist stay as people left them. */
@Injectable()
export class SeedDirectory {
  constructor(
    private readonly database: Database,
    private readonly enterprises: Enterprises,
    private readonly jurisdictions: Jurisdictions,
    private readonly registerEnterprise: RegisterEnterprise,
  ) {}

  /** Answers how many of each were stored. */
  run({ enterprises, jurisdictions }: DirectorySeed): Promise<{ enterprises: number; jurisdictions: number }> {
    return this.database.write(async () => {
      const there = await this.enterprises.findMany(enterprises.map(({ id }) => id));
      const known = new Set(there.map(({ id }) => id));
      const missing = enterprises.filter(({ id }) => !known.has(id));
      for (const { id, ...fields } of missing) await this.registerEnterprise.run(fields, id);
      const areas = jurisdictions.map((area) => ({
        ...area,
        outline: area.outline.map(([longitude, latitude]): [number, number] => [longitude, latitude]),
      }));
      return { enterprises: missing.length, jurisdictions: await this.jurisdictions.put(areas) };
    });
  }
}
