import { Injectable } from '@nestjs/common';
import { boundingBox, inBox, onEdge, pointInPolygon, type BoundingBox, type GeoPoint } from '#domain-kit';
import { AuditTrail, Database, placeholders } from '#persistence';
import { DirectoryCache } from './directory-cache.js';
import { jurisdictionTable, type JurisdictionRow } from './jurisdiction.table.js';
import { Sequences } from './sequences.js';

interface Area {
  readonly box: BoundingBox;
  readonly ring: readonly GeoPoint[];
}

/** The jurisdiction map, in memory. */
@Injectable()
export class Jurisdictions {
  private readonly cache: DirectoryCache<JurisdictionRow>;
  private readonly areas = new WeakMap<JurisdictionRow, Area>();

  constructor(
    private readonly database: Database,
    sequences: Sequences,
  ) {
    this.cache = new DirectoryCache(database, sequences, jurisdictionTable, ({ code }) => code);
  }

  /** Every jurisdiction, by code. */
  async list(): Promise<JurisdictionRow[]> {
    return [...(await this.cache.all()).values()].sort(byCode);
  }

  /**
   * The jurisdiction that contains a point; the first by code where outlines overlap. Of neighbours the one to the east or
   * north has the border between them; an outer border belongs to whom it bounds.
   */
  async at(point: GeoPoint): Promise<JurisdictionRow | undefined> {
    const near = [...(await this.cache.all()).values()].filter((row) => inBox(point, this.areaOf(row).box));
    const holding = near.filter((row) => pointInPolygon(point, this.areaOf(row).ring));
    return first(holding) ?? first(near.filter((row) => onEdge(point, this.areaOf(row).ring)));
  }

  /** The box around all jurisdictions; undefined while there are none. */
  async ground(): Promise<BoundingBox | undefined> {
    return boundingBox((await this.list()).flatMap((row) => this.areaOf(row).ring));
  }

  /** Jurisdictions of some codes, as the database has them now. */
  async find(codes: readonly string[]): Promise<JurisdictionRow[]> {
    if (codes.length === 0) return [];
    return this.database.rows(jurisdictionTable, `WHERE \`code\` IN (${placeholders(codes.length)})`, codes);
  }

  /** Stores outlines, new ones and changed ones; answers how many. */
  async put(rows: readonly Omit<JurisdictionRow, 'revision'>[]): Promise<number> {
    if (rows.length === 0) return 0;
    const stored = await this.find(rows.map(({ code }) => code));
    const before = new Map(stored.map((row) => [row.code, JSON.stringify(inOrder(row))]));
    const changed = rows.filter((row) => before.get(row.code) !== JSON.stringify(inOrder(row)));
    if (changed.length === 0) return 0;
    const revision = await this.cache.nextRevision();
    await this.database.execute(
      `DELETE FROM \`jurisdiction\` WHERE \`code\` IN (${placeholders(changed.length)})`,
      changed.map(({ code }) => code),
    );
    await this.database.insert(
      jurisdictionTable,
      changed.map((row) => ({ ...inOrder(row), revision })),
    );
    const trail = AuditTrail.of(this.database);
    for (const { code } of changed) trail.record({ subject: code, act: 'jurisdiction.changed', object: code });
    return changed.length;
  }

  private areaOf(row: JurisdictionRow): Area {
    let area = this.areas.get(row);
    if (!area) {
      const ring = row.outline.map(([lon, lat]) => ({ lon, lat }));
      area = { ring, box: boundingBox(ring) ?? NOWHERE };
      this.areas.set(row, area);
    }
    return area;
  }
}

const byCode = (a: JurisdictionRow, b: JurisdictionRow): number => (a.code < b.code ? -1 : 1);
const first = (rows: JurisdictionRow[]): JurisdictionRow | undefined => rows.sort(byCode)[0];

/** Around no corner at all. */
const NOWHERE: BoundingBox = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };

/** The properties in the order in which the table gives them back. */
const inOrder = ({ code, name, district, zone, outline }: Omit<JurisdictionRow, 'revision'>) => ({
  code,
  name,
  district,
  zone,
  outline,
});
