import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { getMetadataStorage } from 'class-validator';
import fc from 'fast-check';
import { decodeEvent, EVENTS, faultsOf, type EventClass } from '#contracts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

const folder = new URL('../../libs/contracts/samples/', import.meta.url);
const samples = new Map(
  readdirSync(folder).map((file) => [
    file.replace(/\.json$/, ''),
    JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { [key: string]: Json },
  ]),
);
const sampleOf = ({ type }: EventClass) => samples.get(type) ?? {};
const events = [...EVENTS.values()];
const named = events.map((event): [string, EventClass] => [event.type, event]);

/** Every place of a sample, except the free-form fields of an incident type. */
function paths(value: Json, at: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return at.length > 0 ? [at] : [];
  const inside = Object.entries(value).flatMap(([key, each]) =>
    key === 'details' ? [[...at, key]] : paths(each, [...at, Array.isArray(value) ? Number(key) : key]),
  );
  return at.length > 0 ? [at, ...inside] : inside;
}

/** A copy of a sample with one place replaced, or removed when `value` is undefined. */
function changed(sample: Json, path: Path, value: Json | undefined): Json {
  const copy = structuredClone(sample);
  let holder = copy as Record<string | number, Json>;
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<string | number, Json>;
  const last = path.at(-1) ?? '';
  if (value === undefined && Array.isArray(holder)) holder.splice(Number(last), 1);
  else if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}

/** Fields of the event itself that must be there. */
function requiredFields(event: EventClass): string[] {
  const storage = getMetadataStorage();
  const rules = storage.groupByPropertyName(storage.getTargetValidationMetadatas(event, '', false, false));
  return Object.entries(rules).flatMap(([field, list]) =>
    list.some(({ type }) => type === 'conditionalValidation') ? [] : [field],
  );
}

describe('recorded samples of the events', () => {
  it('exist exactly once for every event class', () => {
    expect([...samples.keys()].sort()).toEqual([...EVENTS.keys()].sort());
  });

  it.each(named)('%s: the sample decodes to its class and holds every field', (type, event) => {
    const decoded = decodeEvent(type, sampleOf(event));
    expect(decoded).not.toHaveProperty('faults');
    expect(decoded).toMatchObject({ kind: 'event', event: sampleOf(event) });
    expect(decoded.kind === 'event' && decoded.event).toBeInstanceOf(event);
    const fields = Object.keys(sampleOf(event));
    expect(requiredFields(event).filter((field) => !fields.includes(field))).toEqual([]);
  });

  it.each(named)('%s: a missing required field is caught and named', (type, event) => {
    for (const field of requiredFields(event)) {
      const decoded = decodeEvent(type, changed(sampleOf(event), [field], undefined));
      expect([field, decoded.kind]).toEqual([field, 'invalid']);
      expect(decoded.kind === 'invalid' && decoded.faults.join()).toContain(`/${field}`);
    }
  });

  it.each(named)('%s: a wrong type is caught at every depth', (type, event) => {
    const wrong: Json[] = [{ not: 'expected' }, 17.5, [[]], true];
    for (const path of paths(sampleOf(event))) {
      const accepted = wrong.filter(
        (value) => decodeEvent(type, changed(sampleOf(event), path, value)).kind === 'event',
      );
      const atPath = path.reduce<Json>(
        (at, step) => (at as Record<string | number, Json>)[step] ?? null,
        sampleOf(event),
      );
      const sameType = wrong.filter(
        (value) => typeof value === typeof atPath && !Array.isArray(value) && atPath !== null,
      );
      expect([path, accepted.filter((value) => !sameType.includes(value))]).toEqual([path, []]);
    }
  });

  it.each(named)('%s: an unknown extra field passes and stays', (type, event) => {
    const decoded = decodeEvent(type, { ...sampleOf(event), addedLater: { by: 'a newer producer' } });
    expect(decoded).toMatchObject({ kind: 'event', event: { addedLater: { by: 'a newer producer' } } });
  });

  it('does not let a payload touch the class of the event', () => {
    const payload: unknown = JSON.parse(
      JSON.stringify(samples.get('case.solved.v1')).replace(
        '{',
        '{"__proto__":{"x":1},"constructor":{"type":"other"},',
      ),
    );
    const decoded = decodeEvent('case.solved.v1', payload);
    expect(decoded.kind === 'event' && decoded.event.constructor).toBe(EVENTS.get('case.solved.v1'));
  });

  it('answers what is no event', () => {
    expect(decodeEvent('something.else.v1', {})).toEqual({ kind: 'unknown' });
    for (const payload of [null, [], 'text', 1]) expect(decodeEvent('case.solved.v1', payload).kind).toBe('invalid');
  });
});

describe('the compiled reader', () => {
  it('has the same verdict as class-validator whatever is changed in a sample', () => {
    const change = fc
      .constantFrom(...events)
      .chain((event) =>
        fc.tuple(
          fc.constant(event),
          fc.array(
            fc.tuple(
              fc.constantFrom(...paths(sampleOf(event))),
              fc.option(
                fc.oneof(
                  fc.jsonValue() as fc.Arbitrary<Json>,
                  fc.constantFrom<Json>(
                    '',
                    '2025-02-30T00:00:00Z',
                    'PS',
                    'lead',
                    -1,
                    0,
                    1.5,
                    200,
                    '31.5',
                    {},
                    [],
                    [null],
                  ),
                ),
                { nil: undefined },
              ),
            ),
            { minLength: 1, maxLength: 3 },
          ),
        ),
      );
    const same = fc.property(change, ([event, changes]) => {
      let payload: Json = sampleOf(event);
      for (const [path, value] of changes) {
        try {
          payload = changed(payload, path, value);
        } catch {
          return;
        }
      }
      const slow = faultsOf(event, payload as object);
      const fast = decodeEvent(event.type, payload);
      expect(fast.kind).toBe(slow.length > 0 ? 'invalid' : 'event');
    });
    fc.assert(same, { numRuns: 3000 });
  });
});
