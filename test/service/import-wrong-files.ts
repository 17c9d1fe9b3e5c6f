import { writeXlsx } from '../../libs/sheets/src/xlsx.js';

/** A file that is refused: what is wrong with it, its kind, its bytes, and each fault as row, column and code. */
export interface WrongFile {
  readonly name: string;
  readonly kind: 'areas' | 'units' | 'enterprises';
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  readonly faults: readonly (readonly [row: number, column: string | undefined, code: string])[];
}

const UNIT_HEAD = '单位代码,单位名称,警种,同时承办上限,经度,纬度,辖区代码';
const UNIT = 'PS90,城北所,PS,12,119.95,31.7,CB';
const FIRM_HEAD = '统一社会信用代码,企业名称,联系人,标签,经度,纬度';
const FIRM = '91320412MA0000066W,晨光厂,示范|13800000011,key,119.9,31.7';

const text =
  (...lines: string[]) =>
  () =>
    Buffer.from(lines.join('\n'));
const units = (name: string, lines: string[], ...faults: WrongFile['faults'][number][]): WrongFile => ({
  name,
  kind: 'units',
  bytes: text(UNIT_HEAD, UNIT, ...lines),
  faults,
});
const firms = (name: string, lines: string[], ...faults: WrongFile['faults'][number][]): WrongFile => ({
  name,
  kind: 'enterprises',
  bytes: text(FIRM_HEAD, FIRM, ...lines),
  faults,
});

type Ring = readonly (readonly [number, number])[];
const SQUARE: Ring = [[119.9, 31.6], [120, 31.6], [120, 31.7], [119.9, 31.7], [119.9, 31.6]]; // prettier-ignore
const PROPERTIES = { code: 'A2', name: '乙区', district: '320412', zone: 'urban' };
const collection =
  (geometry: unknown, properties: object = PROPERTIES, more: object = {}) =>
  () =>
    Buffer.from(
      JSON.stringify({
        type: 'FeatureCollection',
        ...more,
        features: [
          { type: 'Feature', properties: { ...PROPERTIES, code: 'A1' }, geometry: polygon(SQUARE) },
          { type: 'Feature', properties, geometry },
        ],
      }),
    );
const polygon = (...coordinates: Ring[]) => ({ type: 'Polygon', coordinates });
const area = (name: string, geometry: unknown, code = 'import.geometry'): WrongFile => ({
  name,
  kind: 'areas',
  bytes: collection(geometry),
  faults: [[2, 'geometry', code]],
});

const xlsxWithFormula = async (): Promise<Uint8Array> => {
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const head = UNIT_HEAD.split(',').map((value) => ({ value, type: String }));
  const cells = UNIT.split(',').map((value) => ({ value, type: String }));
  const formula = cells.map((cell, at) => (at === 3 ? { value: '=6*2', type: 'Formula' as const } : cell));
  return writeWorkbook([head, cells, formula]).toBuffer();
};
const xlsxWithLongNumber = async (): Promise<Uint8Array> => {
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const head = ['统一社会信用代码', '企业名称'].map((value) => ({ value, type: String }));
  return writeWorkbook([
    head,
    [
      { value: 913204120000000000, type: Number },
      { value: '厂', type: String },
    ],
  ]).toBuffer();
};

/** Files that are wrong in one way each. */
export const WRONG_FILES: readonly WrongFile[] = [
  units('a blank where something has to be', ['PS91,,PS,12,119.9,31.7,'], [3, '单位名称', 'import.cell-missing']),
  units('a code in lower case', ['ps91,所,PS,12,119.9,31.7,'], [3, '单位代码', 'import.cell-pattern']),
  units('a discipline nobody knows', ['PS91,所,骑警,12,119.9,31.7,'], [3, '警种', 'import.cell-word']),
  units('no whole number', ['PS91,所,PS,1.5,119.9,31.7,'], [3, '同时承办上限', 'import.cell-number']),
  units('too large a number', ['PS91,所,PS,1001,119.9,31.7,'], [3, '同时承办上限', 'import.cell-number']),
  units('a number in words', ['PS91,所,PS,十,119.9,31.7,'], [3, '同时承办上限', 'import.cell-number']),
  units('swapped axes', ['PS91,所,PS,12,31.7,119.9,'], [3, '纬度', 'import.axes-swapped']),
  units('a place off the earth', ['PS91,所,PS,12,200,31.7,'], [3, '经度', 'import.cell-number']),
  units('an area that is no code', ['PS91,所,PS,12,119.9,31.7,甲 乙'], [3, '辖区代码', 'import.cell-pattern']),
  units('one unit twice', [UNIT], [3, '单位代码', 'import.row-twice']),
  units('a cell too many', ['PS91,所,PS,12,119.9,31.7,,x'], [3, undefined, 'import.row-width']),
  units('a cell too few', ['PS91,所,PS'], [3, undefined, 'import.row-width']),
  units('too long a name', [`PS91,${'所'.repeat(81)},PS,12,119.9,31.7,`], [3, '单位名称', 'import.cell-text']),
  units('a control character', ['PS91,所\u0007,PS,12,119.9,31.7,'], [3, '单位名称', 'import.cell-text']),
  units(
    'several faults at once',
    ['x,所,PS,12,119.9,31.7,', 'PS92,所,??,12,119.9,31.7,'],
    [3, '单位代码', 'import.cell-pattern'],
    [4, '警种', 'import.cell-word'],
  ),
  { name: 'an unknown column', kind: 'units', bytes: text(`${UNIT_HEAD},备注`, `${UNIT},x`), faults: [[1, '备注', 'import.column-unknown']] }, // prettier-ignore
  { name: 'a column that is missing', kind: 'units', bytes: text('单位代码,警种,同时承办上限,经度,纬度', 'PS90,PS,1,119,31'), faults: [[1, '单位名称', 'import.column-missing']] }, // prettier-ignore
  { name: 'a column twice', kind: 'units', bytes: text(`${UNIT_HEAD},code`, `${UNIT},PS90`), faults: [[1, 'code', 'import.column-twice']] }, // prettier-ignore
  { name: 'a formula', kind: 'units', bytes: xlsxWithFormula, faults: [[3, '同时承办上限', 'import.cell-formula']] },
  { name: 'a rounded number', kind: 'enterprises', bytes: xlsxWithLongNumber, faults: [[2, '统一社会信用代码', 'import.cell-rounded']] }, // prettier-ignore
  firms('a code of 17 characters', ['91320412MA000006W,厂,,,,'], [3, '统一社会信用代码', 'enterprise.uscc-malformed']),
  firms('a wrong check digit', ['91320412MA0000066X,厂,,,,'], [3, '统一社会信用代码', 'enterprise.uscc-checksum']),
  firms('no key', [',厂,,,,'], [3, '统一社会信用代码', 'enterprise.key-missing']),
  firms('one code in two ways', ['９１３２０４１２ma0000066w,厂,,,,'], [3, '统一社会信用代码', 'import.row-twice']),
  firms('a contact without telephone', ['91320412MA0000074P,厂,王敏,,,'], [3, '联系人', 'import.cell-pattern']),
  firms('a telephone that is none', ['91320412MA0000074P,厂,王敏|abc,,,'], [3, '联系人', 'import.cell-pattern']),
  firms('a tag in Chinese', ['91320412MA0000074P,厂,,重点,,'], [3, '标签', 'import.cell-pattern']),
  firms('half a position', ['91320412MA0000074P,厂,,,119.9,'], [3, '纬度', 'import.half-position']),
  firms('a formula for a name of a tag', ['91320412MA0000074P,厂,,=1+1,,'], [3, '标签', 'import.cell-pattern']),
  area('a line', { type: 'LineString', coordinates: SQUARE }),
  area('no geometry', null),
  area('an open ring', polygon(SQUARE.slice(0, 4))),
  area('a hole', polygon(SQUARE, SQUARE.map(([lon, lat]) => [lon * 0.999, lat]))), // prettier-ignore
  area('two parts', { type: 'MultiPolygon', coordinates: [[SQUARE], [SQUARE]] }),
  area('a ring that crosses itself', polygon([[119.9, 31.6], [120, 31.7], [120, 31.6], [119.9, 31.7], [119.9, 31.6]])), // prettier-ignore
  area('two corners', polygon([[119.9, 31.6], [120, 31.6], [119.9, 31.6]])), // prettier-ignore
  area('projected metres', polygon(SQUARE.map(([lon, lat]) => [lon * 1e5, lat * 1e5]))), // prettier-ignore
  area('swapped axes of a map', polygon(SQUARE.map(([lon, lat]) => [lat, lon])), 'import.axes-swapped'), // prettier-ignore
  { name: 'a zone nobody knows', kind: 'areas', bytes: collection(polygon(SQUARE), { ...PROPERTIES, zone: 'sea' }), faults: [[2, 'zone', 'import.cell-word']] }, // prettier-ignore
  { name: 'an area twice', kind: 'areas', bytes: collection(polygon(SQUARE), { ...PROPERTIES, code: 'A1' }), faults: [[2, 'code', 'import.row-twice']] }, // prettier-ignore
];

/** Files that cannot be read at all, and the code of the refusal. */
export const UNREADABLE: readonly (readonly [
  name: string,
  kind: string,
  bytes: () => Uint8Array | Promise<Uint8Array>,
  code: string,
])[] = [
  ['bytes of no encoding', 'units', () => Buffer.from([0xff, 0x80, 0xff, 0x80, 0xff]), 'import.file-encoding'],
  ['an open quote', 'units', text(UNIT_HEAD, '"PS91,所,PS,12,119.9,31.7,'), 'import.file-broken'],
  ['an empty file', 'units', text(''), 'import.file-empty'],
  ['a header alone', 'units', text(UNIT_HEAD), 'import.file-empty'],
  ['a map of units', 'units', collection(polygon(SQUARE)), 'import.file-format'],
  ['a table of areas', 'areas', text('code,name', 'A,B'), 'import.file-format'],
  ['a workbook that is broken', 'units', async () => (await writeXlsx([['a']])).subarray(0, 200), 'import.file-broken'],
  ['half a map', 'areas', () => collection(polygon(SQUARE))().subarray(0, 90), 'import.file-broken'],
  ['one feature', 'areas', text('{"type":"Feature"}'), 'import.file-broken'],
  ['another coordinate system', 'areas', collection(polygon(SQUARE), PROPERTIES, { crs: { properties: { name: 'EPSG:4490-x' } } }), 'import.geometry'], // prettier-ignore
  [
    'too many rows',
    'units',
    () => Buffer.from(`${UNIT_HEAD}\n${'x,,,,,,\n'.repeat(200_001)}`),
    'import.file-too-large',
  ],
  ['too many bytes', 'units', () => Buffer.alloc(64 * 1024 * 1024 + 1, 'x'), 'import.file-too-large'],
];
