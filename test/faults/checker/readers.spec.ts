import { describe, expect, it } from '@jest/globals';
import { EVENTS, INCIDENTS } from '#contracts';
import { IncidentEvents as FileEvents } from '../../../apps/cases/src/inbound/events/incident-events.js';
import { AssignmentEvents } from '../../../apps/intake/src/inbound/events/assignment-events.controller.js';
import { CaseEvents } from '../../../apps/intake/src/inbound/events/case-events.controller.js';
import { ToldEvents } from '../../../apps/notifications/src/inbound/events/told-events.js';
import { IncidentEvents } from '../../../apps/routing/src/inbound/events/incident-events.js';
import { ALL, READERS, TAKEN_LATER } from './readers.mjs';

/** The classes whose methods take events about incidents, by service. */
const HANDLERS = {
  intake: [AssignmentEvents, CaseEvents],
  routing: [IncidentEvents],
  cases: [FileEvents],
  notifications: [ToldEvents],
};

/** The types that the methods of a class are subscribed to. */
const subscribed = ({ prototype }: { readonly prototype: object }): string[] =>
  Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const method: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
    const types = typeof method === 'function' ? (Reflect.getMetadata('microservices:pattern', method) as unknown) : [];
    return ([types ?? []].flat(2) as string[]).filter((type) => EVENTS.get(type)?.stream === INCIDENTS);
  });
const publishedBy = (source: string): string[] =>
  [...EVENTS.values()].filter((event) => event.stream === INCIDENTS && event.source === source).map(({ type }) => type);

describe('what the checker knows of who reads what', () => {
  it.each(Object.entries(HANDLERS))('is what %s has handlers of', (service, classes) => {
    const heard = classes.flatMap(subscribed).sort();
    const known = Object.entries(READERS[service] ?? {}).flatMap(([source, types]) =>
      types === ALL ? publishedBy(source) : types,
    );
    expect(heard.length).toBeGreaterThan(0);
    expect([...known].sort()).toEqual(heard);
  });

  it('names what only later releases take among it', () => {
    for (const [service, sources] of Object.entries(TAKEN_LATER))
      for (const [source, types] of Object.entries(sources))
        expect(READERS[service]?.[source]).toEqual(expect.arrayContaining([...types]));
  });
});
