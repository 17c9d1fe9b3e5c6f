import { Refusal } from '#domain-kit';
import { decodeText } from './decode.js';
import { checkRows } from './limits.js';
import { outlineOf, type CoordinateSystem, type Outline } from './outline.js';
import { fileBroken, fileEmpty, geometryRefused } from './refusals.js';
import type { Table, TableRow } from './table.js';

interface Feature {
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly geometry?: unknown;
}

/** Reads a collection of areas: their properties are the columns. Throws refusals for what is no such file. */
export function readGeoJson(bytes: Uint8Array, system: CoordinateSystem): Table {
  const { text, encoding } = decodeText(bytes);
  const features = featuresOf(text);
  checkRows(features.length);
  const header = [...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))];
  const rows = features.map(({ properties, geometry }, at): TableRow => {
    const row = { row: at + 1, cells: header.map((name) => textOf(properties?.[name])) };
    try {
      return { ...row, outline: outlineOf(geometry, system) };
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return { ...row, fault: { column: 'geometry', refusal } };
    }
  });
  return { format: 'geojson', encoding, header, rows, mayHaveMore: true };
}

/** A collection of areas, each with the cells of its columns and a closed outline. */
export function writeGeoJson(
  header: readonly string[],
  rows: readonly { cells: readonly string[]; outline: Outline }[],
): Buffer {
  const features = rows.map(({ cells, outline }) => ({
    type: 'Feature',
    properties: Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])),
    geometry: { type: 'Polygon', coordinates: [[...outline, ...outline.slice(0, 1)]] },
  }));
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  return Buffer.from(`{"type":"FeatureCollection","features":[\n${lines}\n]}\n`);
}

function featuresOf(text: string): Feature[] {
  const file = parsed(text);
  const { type, features, crs } = (file ?? {}) as { type?: unknown; features?: unknown; crs?: unknown };
  if (type !== 'FeatureCollection' || !Array.isArray(features)) {
    throw fileBroken({
      why: { zh: '不是 GeoJSON 要素集合（FeatureCollection）', en: 'it is no GeoJSON feature collection' },
    });
  }
  if (crs !== undefined && !/CRS84|4326/.test(JSON.stringify(crs))) {
    throw geometryRefused({
      why: { zh: '坐标系不是 WGS-84；请先转换', en: 'its coordinates are not WGS-84; convert them before' },
    });
  }
  if (features.length === 0) throw fileEmpty();
  return features.map((feature: unknown) => (typeof feature === 'object' && feature !== null ? feature : {}));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw fileBroken({ why: { zh: '不是 JSON', en: 'it is not JSON' } });
  }
}

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
};
