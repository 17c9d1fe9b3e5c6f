import { describe, expect, it } from '@jest/globals';
import { keyOf, toEnvelope, toHeaders, type Envelope } from './codec.js';

const envelope: Envelope = {
  id: '0192f0a1-0000-7000-8000-000000000001',
  source: 'intake',
  type: 'incident.reported.v1',
  time: '2026-01-02T03:04:05.678Z',
  subject: 'incident-1',
  sequence: 1,
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
};
const headers = toHeaders(envelope);
const without = (name: string) => Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));

describe('codec', () => {
  it('gives back the envelope it wrote, as CloudEvents headers that are all text', () => {
    expect(toEnvelope({ headers })).toEqual(envelope);
    expect(headers).toMatchObject({ ce_specversion: '1.0', 'content-type': 'application/json', ce_sequence: '1' });
    expect(Object.values(headers).every((value) => typeof value === 'string')).toBe(true);
  });

  it.each(['ce_id', 'ce_source', 'ce_type', 'ce_time', 'ce_subject', 'ce_sequence'])(
    'is nothing without %s',
    (name) => {
      expect(toEnvelope({ headers: without(name) })).toBeUndefined();
    },
  );

  it.each([
    ['ce_sequence', '0'],
    ['ce_sequence', '-1'],
    ['ce_sequence', '1.5'],
    ['ce_sequence', '1e3'],
    ['ce_sequence', '0x10'],
    ['ce_sequence', ' 1 '],
    ['ce_sequence', 'NaN'],
    ['ce_sequence', '99999999999'],
    ['ce_sequence', '1\n'],
    ['ce_id', ''],
    ['ce_subject', '   '],
    ['ce_subject', 'trailing '],
    ['ce_subject', '警情'],
    ['ce_subject', 'x'.repeat(65)],
    ['ce_subject', "a' OR '1'='1"],
    ['ce_source', 'x'.repeat(41)],
    ['ce_type', 'x'.repeat(81)],
    ['ce_type', 'line\nbreak'],
    ['ce_time', 'yesterday'],
  ])('refuses %s = %j', (name, value) => {
    expect(toEnvelope({ headers: { ...headers, [name]: value } })).toBeUndefined();
  });

  it('leaves out a trace that is none, and ignores headers it does not know', () => {
    const odd = { ...headers, traceparent: 'not-a-trace', __proto__x: 'y', extra: 'z' };
    expect(toEnvelope({ headers: odd })).toEqual({ ...envelope, traceparent: undefined });
  });

  it('keeps only keys that the tables can hold', () => {
    expect(keyOf({ key: 'incident-1' })).toBe('incident-1');
    for (const key of ['', '警情', 'x'.repeat(65), 'a b']) expect(keyOf({ key })).toBe('');
  });
});
