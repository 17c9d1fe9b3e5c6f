import { Injectable } from '@nestjs/common';
import { boundingBox, inBox, pointInPolygon, type BoundingBox, type GeoPoint } from '#domain-kit';
import { AuditTrail, Database, placeholders } from '#persistence';
import { DirectoryCache } from './directory-cache.js';
import { jurisdictionTable, type JurisdictionRow } from './jurisdiction.table.js';
import { Sequences } from './sequences.js';

interface Area {
  readonly box: BoundingBox | undefined;
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
    return [...(await this.cache.all()).values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  /** The jurisdiction that contains a point; the first by code where outlines overlap. */
  async at(point: GeoPoint): Promise<JurisdictionRow | undefined> {
    let found: JurisdictionRow | undefined;
    for (const row of (await this.cache.all()).values()) {
      if (this.contains(row, point) && (!found || row.code < found.code)) found = row;
    }
    return found;
  }

  /** Stores outlines, new ones and changed ones; answers how many. */
  async put(rows: readonly Omit<JurisdictionRow, 'revision'>[]): Promise<number> {
    if (rows.length === 0) return 0;
    const codes = rows.map(({ code }) => code);
    const stored = await this.database.rows(
      jurisdictionTable,
      `WHERE \`code\` IN (${placeholders(codes.length)})`,
      codes,
    );
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

  private contains(row: JurisdictionRow, point: GeoPoint): boolean {
    let area = this.areas.get(row);
    if (!area) {
      const ring = row.outline.map(([lon, lat]) => ({ lon, lat }));
      area = { ring, box: boundingBox(ring) };
      this.areas.set(row, area);
    }
    return area.box !== undefined && inBox(point, area.box) && pointInPolygon(point, area.ring);
  }
}

/** The properties in the order in which the table gives them back. */
const inOrder = ({ code, name, district, zone, outline }: Omit<JurisdictionRow, 'revision'>) => ({
  code,
  name,
  district,
  zone,
  outline,
});
