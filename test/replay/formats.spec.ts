import { describe, expect, it } from '@jest/globals';
import { MINUTE } from './call-log.mjs';
import { FORMATS } from './formats/index.mjs';
import { logOf, soundRow } from './log.fixture.js';

const minutes = (ms: number | undefined): number | undefined => (ms === undefined ? undefined : ms / MINUTE);

describe('every format', () => {
  it.each(['slopd', 'sapd', 'sffd', 'houston'] as const)('%s: names broken rows by reason and reads on', (format) => {
    const sound = soundRow[format]();
    const idColumn = Object.keys(sound)[0] ?? '';
    const timeColumn = { slopd: 'received', sapd: 'received_utc', sffd: 'Received DtTm', houston: 'call_time_utc' }[
      format
    ];
    const log = FORMATS[format](
      logOf(
        format,
        'too,short',
        'one,"quote" too many,',
        { ...sound, [idColumn]: '' },
        { ...sound, [timeColumn]: '25:99' },
        sound,
      ),
    );
    expect(log.calls).toHaveLength(1);
    expect(log).toMatchObject({ rows: 5, skippedRows: 4 });
    expect(log.skipped).toEqual({
      'wrong number of fields': 1,
      'unclosed quote': 1,
      [`no ${idColumn}`]: 1,
      'unreadable time': 1,
    });
  });

  it('costs one row where a quote is never closed, not the rest of the file', () => {
    const log = FORMATS.sapd(
      logOf('sapd', 'B0,"2021-01-02T10:00:00Z,x', soundRow.sapd(), soundRow.sapd({ IncidentNumber: 'B2' })),
    );
    expect(log.skipped).toEqual({ 'unclosed quote': 1 });
    expect(log.calls).toHaveLength(2);
  });

  it('sorts calls that the log has out of order, and reads no further than the limit', () => {
    const rows = ['12', '09', '11'].map((hour) =>
      soundRow.sapd({ IncidentNumber: `B${hour}`, received_utc: `2021-01-02T${hour}:00:00Z` }),
    );
    expect(FORMATS.sapd(logOf('sapd', ...rows)).calls.map(({ id }) => id)).toEqual(['B09', 'B11', 'B12']);
    expect(FORMATS.sapd(logOf('sapd', ...rows), { limit: 2 })).toMatchObject({ rows: 2, calls: [{}, {}] });
  });
});

describe('slopd', () => {
  const callOf = (over: Record<string, string>) => {
    const log = FORMATS.slopd(logOf('slopd', soundRow.slopd(over)));
    return { log, call: log.calls[0] };
  };

  it('takes an arrival after midnight for the next day', () => {
    const { call } = callOf({ received: '23:59', dispatched: '00:08', arrived: '00:12' });
    expect(call?.units.map(({ sentAfter, arrivedAfter }) => [minutes(sentAfter), minutes(arrivedAfter)])).toEqual([
      [9, 13],
      [9, 13],
    ]);
  });

  it('takes a call that nobody was dispatched to for one that the unit noticed itself, or that needed nobody', () => {
    expect(callOf({ dispatched: '', arrived: '10:05' }).call?.units[0]).toEqual({
      sentAfter: 5 * MINUTE,
      arrivedAfter: 5 * MINUTE,
    });
    expect(callOf({ dispatched: '', arrived: '' }).call?.units[0]).toEqual({ sentAfter: 0 });
  });

  it('mends times that contradict each other, and says so', () => {
    const { call, log } = callOf({ received: '10:00', dispatched: '10:20', arrived: '10:05' });
    expect(call?.units[0]).toEqual({ sentAfter: 5 * MINUTE, arrivedAfter: 5 * MINUTE });
    expect(log.mended).toEqual({ 'arrived before it was dispatched': 1 });
    expect(callOf({ received: '10:00', dispatched: '09:50', arrived: '' }).log.mended).toEqual({
      'dispatched before it was received': 1,
    });
  });

  it('places by grid area, counts a unit listed twice once, and knows at least one unit', () => {
    expect(callOf({ units: 'U1,U1, U2' }).call).toMatchObject({ area: 'G1', units: [{}, {}] });
    expect(callOf({ units: '' }).call?.units).toHaveLength(1);
    expect(callOf({ units: 'U1,U1, U2' }).log.unitNames).toEqual(new Set(['U1', 'U2']));
  });

  it('skips a case number that was there already', () => {
    const log = FORMATS.slopd(logOf('slopd', soundRow.slopd(), soundRow.slopd()));
    expect(log.skipped).toEqual({ 'repeated case number': 1 });
  });
});

describe('sapd', () => {
  it('reads the UTC time, whatever became of the local one', () => {
    const log = FORMATS.sapd(logOf('sapd', soundRow.sapd({ Date: '01/02/21', Time: ' 3:09:55' })));
    expect(log.calls[0]).toMatchObject({ at: Date.UTC(2021, 0, 2, 10), units: [] });
  });

  it('places a call without coordinates by its patrol district', () => {
    const log = FORMATS.sapd(logOf('sapd', soundRow.sapd({ LAT: '', LON: '' })));
    expect(log.calls[0]).toMatchObject({ area: 'D1' });
    expect(log.mended).toEqual({ 'no coordinates: placed by patrol district': 1 });
  });
});

describe('sffd', () => {
  const read = (...rows: Record<string, string>[]) =>
    FORMATS.sffd(logOf('sffd', ...rows.map((row) => soundRow.sffd(row))));

  it('joins the units of a call, the first one sent first', () => {
    const log = read(
      { 'Dispatch DtTm': '01/03/2021 12:01:00 AM', 'Response DtTm': '', 'On Scene DtTm': '' },
      { 'Unit ID': 'M2' },
    );
    expect(log.calls).toHaveLength(1);
    expect(log.calls[0]?.units.map(({ sentAfter }) => minutes(sentAfter))).toEqual([1, 3]);
    expect(log.calls[0]?.units[0]).toEqual({
      sentAfter: MINUTE,
      departedAfter: 2 * MINUTE,
      arrivedAfter: 5 * MINUTE,
      freeAfter: 30 * MINUTE,
    });
  });

  it('lets a unit that never reached the scene come free without arriving', () => {
    expect(read({ 'On Scene DtTm': '' }).calls[0]?.units[0]).toEqual({
      sentAfter: MINUTE,
      departedAfter: 2 * MINUTE,
      freeAfter: 30 * MINUTE,
    });
  });

  it('does not believe an arrival after the end, and says so', () => {
    const log = read({ 'On Scene DtTm': '01/03/2021 12:40:00 AM' });
    expect(log.calls[0]?.units[0]).not.toHaveProperty('arrivedAfter');
    expect(log.mended).toEqual({ 'times go backwards: On Scene DtTm': 1 });
  });

  it('leaves the end open where the row has none', () => {
    const log = read({ 'Available DtTm': '' });
    expect(log.calls[0]?.units[0]).not.toHaveProperty('freeAfter');
    expect(log.mended).toEqual({ 'no end: free again by the distribution': 1 });
  });

  it('takes assignments of one unit that overlap for what they are: two calls', () => {
    expect(read({}, { 'Call Number': 'C2', 'Received DtTm': '01/02/2021 11:59:00 PM' }).calls).toHaveLength(2);
    expect(read({}, {}).skipped).toEqual({ 'the same unit twice in a call': 1 });
  });

  it('regrades what the log regraded', () => {
    expect(read({ 'Original Priority': '2' }).calls[0]).toMatchObject({ regrade: 'P2' });
    expect(read({}).calls[0]).not.toHaveProperty('regrade');
  });
});

describe('houston', () => {
  const board = (minute: string, over: Record<string, string> = {}) =>
    soundRow.houston({ snapshot_utc: `2021-01-02T10:${minute}:00Z`, ...over });
  const read = (...rows: Record<string, string>[]) => FORMATS.houston(logOf('houston', ...rows));

  it('knows incidents by agency, time, address and type: the uid is a latitude', () => {
    const log = read(board('15'), board('15', { address: 'SECOND ST' }), board('30'));
    expect(log.calls).toHaveLength(2);
  });

  it('follows units that come and go while the incident is on the board', () => {
    const log = read(
      board('15', { units: 'E1' }),
      board('30', { units: 'E1,M2' }),
      board('45', { units: 'M2' }),
      board('55', { address: 'ELSEWHERE' }),
    );
    const call = log.calls.find(({ id }) => id.includes('FIRST ST'));
    expect(call?.units.map(({ sentAfter, freeAfter }) => [minutes(sentAfter), minutes(freeAfter)])).toEqual([
      [0, 40],
      [25, 50],
    ]);
  });

  it('leaves the end open of a unit that the last board still shows', () => {
    expect(read(board('15')).calls[0]?.units[0]).toEqual({ sentAfter: 0 });
  });

  it('skips a call from the future of its board', () => {
    expect(read(board('15', { call_time_utc: '2021-01-02T11:00:00Z' })).skipped).toEqual({
      'called after it was on the board': 1,
    });
  });
});
