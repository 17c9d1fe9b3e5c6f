import { Injectable } from '@nestjs/common';
import type { PlaceFact } from '#contracts';
import { IntakeConfig } from '../intake.config.js';
import { Jurisdictions } from '../outbound/database/jurisdictions.js';
import type { ReportToFile } from './admitted-report.js';

/** Finds whose ground a place is. */
@Injectable()
export class LocatePlace {
  constructor(
    private readonly jurisdictions: Jurisdictions,
    private readonly config: IntakeConfig,
  ) {}

  /** Outside of every jurisdiction the division is the centre's own and the limits are those of a town. */
  async run({ address, longitude, latitude, zone }: ReportToFile['place']): Promise<PlaceFact> {
    const found = await this.jurisdictions.at({ lon: longitude, lat: latitude });
    return {
      address,
      longitude,
      latitude,
      zone: zone ?? found?.zone ?? 'urban',
      district: found?.district ?? this.config.district,
      ...(found && { jurisdiction: found.code }),
    };
  }
}
