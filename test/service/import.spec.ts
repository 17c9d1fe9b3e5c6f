import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Refusal } from '#domain-kit';
import { writeTemplate } from '#sheets';
import { testProfile } from '#testing';
import { KIND_WORDS, kindOf } from '../../apps/standalone/src/cli/import/kinds.js';
import { ImportHarness } from './import.harness.js';
import { UNREADABLE, WRONG_FILES } from './import-wrong-files.js';

const SLOW_MS = 60_000;
const HEAD = '单位代码,单位名称,警种,同时承办上限,经度,纬度';

describe(`importing files on ${testProfile()}`, () => {
  let deployment: ImportHarness;
  beforeAll(async () => {
    deployment = await ImportHarness.open();
  }, SLOW_MS);
  afterAll(() => deployment.close(), SLOW_MS);

  const outcomes = async (text: string, options = {}) => {
    const {
      verdicts: _verdicts,
      refusals,
      notes: _notes,
      ...answer
    } = await deployment.import('units', Buffer.from(text), options);
    return {
      ...answer,
      refusals: refusals.map(({ row, column, value, refusal }) => [row, column, value, refusal.code]),
    };
  };

  it.each(WRONG_FILES)(
    'refuses $name with row, column and reason, and writes nothing',
    async ({ kind, bytes, faults }) => {
      const before = await deployment.traces();
      const { refusals, written } = await deployment.import(kind, await bytes());
      expect(refusals.map(({ row, column, refusal }) => [row, column, refusal.code])).toEqual(faults);
      for (const { refusal } of refusals) expect(Object.values(refusal.messages).join('')).not.toMatch(/[{}]|^$/);
      expect(written).toBe(false);
      expect(await deployment.traces()).toEqual(before);
    },
    SLOW_MS,
  );

  it.each(UNREADABLE)(
    'refuses %s as a whole',
    async (_name, kind, bytes, code) => {
      const file = await bytes();
      const error = await deployment.import(kind, file).catch((refused: unknown) => refused);
      expect(error).toBeInstanceOf(Refusal);
      expect((error as Refusal).code).toBe(code);
    },
    SLOW_MS,
  );

  it.each(KIND_WORDS)(
    'takes the template of %s: a dry run writes nothing, a second run changes nothing',
    async (kind) => {
      const bytes = await writeTemplate(kindOf(kind).sheet);
      const before = await deployment.traces();
      expect(await deployment.import(kind, bytes, { dryRun: true })).toMatchObject({ created: 2, written: false });
      expect(await deployment.traces()).toEqual(before);
      expect(await deployment.import(kind, bytes)).toMatchObject({ created: 2, written: true, refused: 0 });
      const after = await deployment.traces();
      expect(after).not.toEqual(before);
      expect(await deployment.import(kind, bytes)).toMatchObject({ unchanged: 2, written: false });
      expect(await deployment.import(kind, await writeTemplate(kindOf(kind).sheet, { language: 'en' }))).toMatchObject({
        unchanged: 2,
      });
      expect(await deployment.traces()).toEqual(after);
    },
    SLOW_MS,
  );

  it(
    'keeps the rows that are not refused where it is told to, and does the rest when the file comes again',
    async () => {
      const row = (code: string) => `${code},所,PS,12,119.9,31.7`;
      const file = [HEAD, row('AV01'), row('av02')].join('\n');
      const answer = {
        rows: 2,
        created: 1,
        refused: 1,
        written: true,
        refusals: [[3, '单位代码', 'av02', 'import.cell-pattern']],
      };
      expect(await outcomes(file, { acceptValid: true })).toMatchObject(answer);
      expect(await outcomes([HEAD, row('AV01'), row('AV02')].join('\n'))).toMatchObject({ created: 1, unchanged: 1 });
    },
    SLOW_MS,
  );

  it(
    'changes what a column says, clears what a cell leaves empty, and leaves alone what has no column',
    async () => {
      const head = `${HEAD},辖区代码,机构代码`;
      await outcomes([head, 'CH01,所,PS,12,119.9,31.7,CB; CN,320412110000'].join('\n'));
      expect(await outcomes([HEAD, 'CH01,所,PS,12,119.9,31.7'].join('\n'))).toMatchObject({ unchanged: 1 });
      expect(await outcomes([head, 'CH01,新所,派出所,12,119.9,31.7,CB,'].join('\n'))).toMatchObject({ changed: 1 });
      const [, line] = /^(CH01.*)$/m.exec((await deployment.export('units')).toString()) ?? [];
      expect(line).toBe('CH01,新所,PS,,on_duty,12,119.9,31.7,CB,');
    },
    SLOW_MS,
  );

  it.each([
    ['utf-8', (text: string) => Buffer.from(text)],
    ['utf-8', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['utf-16le', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('reads %s and says so', async (encoding, bytes) => {
    const file = bytes(`${HEAD}\nENC1,编码所,PS,1,119.9,31.7\n`);
    expect(await deployment.import('units', file, { dryRun: true })).toMatchObject({
      encoding,
      created: 1,
      refused: 0,
    });
  });

  it('reads GB18030, tabs and semicolons', async () => {
    const gbk = Buffer.from('b5a5cebbb4fac2eb2cb5a5cebbc3fbb3c62cbeafd6d6', 'hex');
    expect(new TextDecoder('gb18030').decode(gbk)).toBe('单位代码,单位名称,警种');
    const file = Buffer.concat([
      gbk,
      Buffer.from(',capacity,longitude,latitude\nGB01,'),
      Buffer.from('cbf9', 'hex'),
      Buffer.from(',PS,1,119.9,31.7\n'),
    ]);
    expect(await deployment.import('units', file)).toMatchObject({ encoding: 'gb18030', created: 1 });
    expect((await deployment.export('units')).toString()).toContain('GB01,所,');
    for (const delimiter of ['\t', ';']) {
      const text = `${HEAD}\nDL01,所,PS,1,119.9,31.7`.replaceAll(',', delimiter);
      expect(await outcomes(text, { dryRun: true })).toMatchObject({ created: 1, refused: 0 });
    }
  });

  it('converts coordinates of maps drawn in GCJ-02, the same way every time', async () => {
    const text = `${HEAD}\nGCJ1,所,PS,1,119.95,31.7`;
    expect(await outcomes(text, { system: 'gcj02' })).toMatchObject({ created: 1 });
    expect(await outcomes(text, { system: 'gcj02' })).toMatchObject({ unchanged: 1 });
    const [, lon = '', lat = ''] =
      /GCJ1,.*,([\d.]+),([\d.]+),,/.exec((await deployment.export('units')).toString()) ?? [];
    // 4 to 5 hundred metres east and 2 hundred north lies what GCJ-02 says in the Yangtze delta
    expect(119.95 - Number(lon)).toBeCloseTo(0.0049, 3);
    expect(31.7 - Number(lat)).toBeCloseTo(-0.0021, 2);
  });

  it('tells of areas that overlap and of ground between them that is nobody’s, and takes them', async () => {
    const box = (w: number, s: number, e: number, n: number) => [[[w, s], [w, n], [e, n], [e, s], [w, s]]]; // prettier-ignore
    const feature = (code: string, coordinates: number[][][]) => ({
      type: 'Feature',
      properties: { 辖区代码: code, name: code, district: '320412', zone: '城区', OBJECTID: 7 },
      geometry: { type: 'Polygon', coordinates },
    });
    const features = [
      feature('N1', box(110, 30, 113, 31)),
      feature('N2', box(110, 32, 113, 33)),
      feature('N3', box(110, 30.5, 111, 32.5)),
      feature('N4', box(112, 31, 113, 32)),
    ];
    const bytes = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
    const { notes, created } = await deployment.import('areas', bytes, { dryRun: true });
    expect(created).toBe(4);
    expect(notes.map(({ en }) => en)).toEqual([
      'properties that are not used: OBJECTID',
      'areas overlap: N1 / N3; the first by code has what both hold',
      'areas overlap: N2 / N3; the first by code has what both hold',
      expect.stringMatching(/^ground between the areas belongs to none, near 111/),
    ]);
  });

  it('tells of areas that units name and no map has', async () => {
    const text = `${HEAD},辖区代码\nREF1,所,PS,1,119.9,31.7,CB; NOWHERE`;
    const { notes, refused } = await deployment.import('units', Buffer.from(text), { dryRun: true });
    expect(refused).toBe(0);
    expect(notes.map(({ en }) => en)).toEqual(['there are no such areas yet, check them or import them next: NOWHERE']);
  });
});
