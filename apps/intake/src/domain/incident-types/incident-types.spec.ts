import { describe, expect, it } from '@jest/globals';
import { readerOf } from '#contracts';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { defineIncidentType } from './incident-type.js';
import { INCIDENT_TYPES, incidentType } from './index.js';

const faults = (code: string, details: object): string[] => {
  const type = incidentType(code);
  if (!type) throw new Error(code);
  const read = plainToInstance(type.details, details);
  return validateSync(read, { whitelist: true, forbidNonWhitelisted: true }).map(({ property }) => property);
};

describe.each(INCIDENT_TYPES.map((type) => [type.code, type] as const))('incident type %s', (code, type) => {
  it('is found by its code, alone', () => {
    expect(incidentType(code)).toBe(type);
    expect(INCIDENT_TYPES.filter(({ key, code: other }) => key === type.key || other === code)).toHaveLength(1);
  });

  it('can be dispatched without any details, and refuses what it does not know', () => {
    expect(faults(code, {})).toEqual([]);
    expect(faults(code, { surprise: 1 })).toEqual(['surprise']);
    expect(readerOf(type.details, 'request')({})).toBeInstanceOf(type.details);
  });

  it('describes every field in both languages', () => {
    expect(type.fields.length).toBeGreaterThan(0);
    for (const { name, label, required } of type.fields) {
      expect(name && label.zh && label.en).toBeTruthy();
      expect(required).toBe(false);
    }
  });

  it('checks the type of every field', () => {
    for (const { name } of type.fields) expect(faults(code, { [name]: { wrong: true } })).toEqual([name]);
  });
});

describe('incident types', () => {
  it('reads the items of a theft', () => {
    const items = [{ name: '铜料', quantity: 800, unit: 'kg', valueFen: 4_236_000 }];
    expect(faults('E101', { items, cctv: true, lastSeenAt: '2022-05-20T18:00:00+08:00' })).toEqual([]);
    expect(faults('E101', { items: [{ quantity: 1 }] })).toEqual(['items']);
    expect(faults('E104', { amountFen: 0.5, contactChannel: 'pigeon' })).toEqual(['amountFen', 'contactChannel']);
    expect(incidentType('E101')?.fields[0]?.items?.[0]).toMatchObject({ name: 'name', required: true });
  });

  it.each([
    ['a partner in the lead', { plan: { version: 1, atOnce: ['X119' as const], inform: [] } }],
    ['a discipline twice', { plan: { version: 1, atOnce: ['PS' as const], inform: ['PS' as const] } }],
    ['nobody', { plan: { version: 1, atOnce: [], inform: [] } }],
    ['a code of the wrong kind', { code: 'F99' }],
  ])('does not start with %s', (_what, fault) => {
    const [first] = INCIDENT_TYPES;
    if (!first) throw new Error('no types');
    expect(() => defineIncidentType({ ...first, ...fault })).toThrow(/Incident type/);
  });
});
