import { describe, expect, it } from '@jest/globals';
import { tooFarAhead } from '#domain-kit';
import { ValidationRefused } from '#platform';
import { INCIDENT_TYPES, type FieldSpec, type IncidentType } from '../domain/incident-types/index.js';
import { checkDetails, checkInstants } from './check-details.js';
import { occurredInFuture } from './report-date.refusals.js';

const NOW = new Date('2026-11-30T00:34:20.000Z');

/** What these details are answered with, and the pointer to what is wrong. */
function answerTo(type: IncidentType, details: Readonly<Record<string, unknown>>): [number, string?] {
  try {
    checkDetails(type, details);
    checkInstants(type, details, NOW);
    return [201];
  } catch (error) {
    if (error instanceof ValidationRefused) return [400, error.toFault().errors?.[0]?.pointer];
    if (occurredInFuture.is(error) || tooFarAhead.is(error)) return [422, error.pointer];
    throw error;
  }
}

const named = (type: IncidentType, { name }: FieldSpec): string => `${type.code} ${name}`;
const INSTANTS = INCIDENT_TYPES.flatMap((type) =>
  type.fields.filter(({ instant }) => instant).map((field) => [named(type, field), type, field] as const),
);

describe('details', () => {
  it.each(INCIDENT_TYPES.map((type) => [type.code, type] as const))(
    'of %s have no field it does not know',
    (_code, type) => {
      expect(answerTo(type, { surprise: 1 })).toEqual([400, '/details/surprise']);
      expect(answerTo(type, {})).toEqual([201]);
    },
  );
});

describe.each(INSTANTS)('the instant %s of the details', (_name, type, { name, instant }) => {
  const pointer = `/details/${name}`;

  it.each([
    ['without its offset', '2026-11-30T08:34:19'],
    ['in the basic format', '20261130T083419+0800'],
    ['with a basic offset', '2026-11-30T08:34:19+0800'],
    ['that is a bare year', '2026'],
    ['that is a day', '2026-11-30'],
    ['that is a week', '2026-W49-1T08:34:19Z'],
    ['that no calendar has', '2026-02-30T08:34:19Z'],
    ['that is a number', 1_796_000_000_000],
  ])('is refused %s', (_what, value) => {
    expect(answerTo(type, { [name]: value })).toEqual([400, pointer]);
  });

  it.each(['2026-11-30T08:34:19+08:00', '2026-11-30T00:34:19Z', '2026-11-29T19:34:19.123-05:00'])(
    'is taken as %s',
    (value) => {
      expect(answerTo(type, { [name]: value })).toEqual([201]);
    },
  );

  it('is refused when it has yet to come, unless it is about what is planned', () => {
    for (const value of ['2027-11-30T08:34:21+08:00', '2026-11-30T08:34:21+08:00'])
      expect(answerTo(type, { [name]: value })).toEqual(instant === 'any' ? [201] : [422, pointer]);
  });

  it.each(['2099-01-01T00:00:00Z', '2027-12-02T00:34:20Z'])('is refused when it lies as far ahead as %s', (value) => {
    expect(answerTo(type, { [name]: value })).toEqual([422, pointer]);
  });
});

const LISTS = INCIDENT_TYPES.flatMap((type) =>
  type.fields.filter((field) => field.type === 'array').map((field) => [named(type, field), type, field.name] as const),
);

describe.each(LISTS)('the list %s of the details', (_name, type, name) => {
  it.each([[[]], [[[]]], ['x'], [7], [null], [['x']]])('is refused when it holds %j', (item) => {
    expect(answerTo(type, { [name]: [item] })).toEqual([400, `/details/${name}`]);
  });
});

describe('instants of the details', () => {
  it('are all fields that are named as instants are, and only what is planned or announced lies ahead', () => {
    const all = INCIDENT_TYPES.flatMap((type) =>
      type.fields
        .flatMap((field) => [field, ...(field.items ?? [])])
        .map((field) => [named(type, field), field] as const),
    );
    const so = all.filter(([, { name }]) => name.endsWith('At')).map(([name]) => name);
    expect(all.filter(([, { instant }]) => instant).map(([name]) => name)).toEqual(so);
    const ahead = all.filter(([, { instant }]) => instant === 'any').map(([name]) => name);
    expect(ahead.filter((name) => !name.startsWith('F'))).toEqual(['E110 deadlineAt', 'E116 deadlineAt']);
    expect(ahead).toEqual(expect.arrayContaining(['F01 departAt', 'F01 expectedAt', 'F02 windowToAt']));
  });

  it('are found inside lists, too', () => {
    const label = { zh: '时间', en: 'Time' };
    const seenAt = { name: 'seenAt', type: 'string', required: false, label, instant: 'past' } as const;
    const fields = [{ name: 'sightings', type: 'array', required: false, label, items: [seenAt] }] as const;
    const details = { sightings: [{ seenAt: '2026-11-30T00:00:00Z' }, { seenAt: '2099-01-01T00:00:00Z' }] };
    expect(() => {
      checkInstants({ fields }, details, NOW);
    }).toThrow(expect.objectContaining({ pointer: '/details/sightings/1/seenAt' }));
  });
});
