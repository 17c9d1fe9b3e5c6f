import { IsIn, IsLatitude, IsLongitude, IsNumber, IsOptional } from 'class-validator';
import { ZONES, Line, type PlacePrecision, type Zone } from '#contracts';

/** How well a point can be known by whoever gives it. */
const KNOWN_POINTS = ['exact', 'street'] as const satisfies readonly PlacePrecision[];

/** Where it happened. WGS-84 degrees; without a point the address is located as well as it can be, and marked unverified. */
export class PlaceRequest {
  /** Address in words. @example 常州市武进区湖塘镇延政中路原料仓库 */
  @Line(300)
  address!: string;

  /** Degrees east of this very address, if they are known; never those of another one. @example 119.951 */
  @IsOptional()
  @IsNumber()
  @IsLongitude()
  longitude?: number;

  /** Degrees north; with `longitude` or not at all. @example 31.703 */
  @IsOptional()
  @IsNumber()
  @IsLatitude()
  latitude?: number;

  /** How well whoever reports knows the point. @example exact */
  @IsOptional()
  @IsIn(KNOWN_POINTS)
  precision?: (typeof KNOWN_POINTS)[number];

  /** Class of the surroundings, which decides the arrival limits; that of the jurisdiction by default. @example urban */
  @IsOptional()
  @IsIn(ZONES)
  zone?: Zone;
}
