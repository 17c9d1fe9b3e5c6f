import { IsLatitude, IsLongitude, IsNumber } from 'class-validator';

/** A point, WGS-84 degrees. */
export class PositionRequest {
  /** Degrees east. @example 119.951 */
  @IsNumber()
  @IsLongitude()
  longitude!: number;

  /** Degrees north. @example 31.703 */
  @IsNumber()
  @IsLatitude()
  latitude!: number;
}
