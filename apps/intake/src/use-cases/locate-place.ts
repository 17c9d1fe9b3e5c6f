import { Injectable } from '@nestjs/common';
import type { EnterpriseFact, PlaceFact, PlacePrecision } from '#contracts';
import { isFar } from '../domain/place/reach.js';
import { standIn, type Site, type StandIn } from '../domain/place/stand-in.js';
import { IntakeConfig } from '../intake.config.js';
import { Enterprises } from '../outbound/database/enterprises.js';
import { Jurisdictions } from '../outbound/database/jurisdictions.js';
import type { ReportToFile } from './admitted-report.js';
import { halfAPoint, placeUnknown } from './report.refusals.js';

type PlaceToLocate = ReportToFile['place'];

/** Finds whose ground a place is. */
@Injectable()
export class LocatePlace {
  constructor(
    private readonly jurisdictions: Jurisdictions,
    private readonly enterprises: Enterprises,
    private readonly config: IntakeConfig,
  ) {}

  /**
   * An address without a point gets one that stands for it, marked by its precision. Outside of every jurisdiction the
   * division is the centre's own and the limits are those of a town; far outside it is marked as `far`. Throws 422 for half
   * a point, and where there is neither a point nor any ground to look on.
   */
  async run(place: PlaceToLocate, enterprise?: EnterpriseFact): Promise<PlaceFact> {
    const standing = given(place) ?? (await this.guess(place.address, enterprise));
    const { point } = standing;
    const found = await this.jurisdictions.at(point);
    const precision = found ? standing.precision : await this.outside(standing);
    return {
      address: place.address,
      longitude: point.lon,
      latitude: point.lat,
      zone: place.zone ?? found?.zone ?? 'urban',
      district: found?.district ?? this.config.district,
      ...(found && { jurisdiction: found.code }),
      ...(precision !== 'exact' && { precision }),
    };
  }

  /** How well a point outside of every jurisdiction is known. */
  private async outside({ point, precision }: StandIn): Promise<PlacePrecision> {
    return isFar(point, await this.jurisdictions.ground()) ? 'far' : precision;
  }

  private async guess(address: string, enterprise: EnterpriseFact | undefined): Promise<StandIn> {
    const found = standIn(address, await this.siteOf(enterprise), await this.jurisdictions.list());
    if (!found) throw placeUnknown();
    return found;
  }

  private async siteOf(enterprise: EnterpriseFact | undefined): Promise<Site | undefined> {
    const row = enterprise?.id === undefined ? undefined : await this.enterprises.known(enterprise.id);
    return (
      row?.position && { address: row.address, point: { lon: row.position.longitude, lat: row.position.latitude } }
    );
  }
}

/** The point that came with the report. */
function given({ longitude, latitude, precision }: PlaceToLocate): StandIn | undefined {
  if (longitude === undefined && latitude === undefined) return undefined;
  if (longitude === undefined) throw halfAPoint({}, '/place/longitude');
  if (latitude === undefined) throw halfAPoint({}, '/place/latitude');
  return { point: { lon: longitude, lat: latitude }, precision: precision ?? 'exact' };
}
