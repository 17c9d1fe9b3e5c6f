import { ApiProperty } from '@nestjs/swagger';
import type { Zone } from '#contracts';

/** A police jurisdiction. */
export class JurisdictionView {
  /** @example WJ-HT */
  code!: string;
  name!: string;
  /** Six-digit administrative division (GB/T 2260). @example 320412 */
  district!: string;
  zone!: Zone;
  /** Ring of `[longitude, latitude]`, WGS-84. */
  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 },
  })
  outline!: [number, number][];
}

/** The jurisdiction map. */
export class JurisdictionList {
  items!: JurisdictionView[];
}
