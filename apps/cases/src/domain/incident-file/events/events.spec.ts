import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { decodeEvent, type DomainEvent, type IncidentReported } from '#contracts';
import type { IncidentEvent } from '../file-event.js';
import type { IncidentFile } from '../incident-file.js';
import { openFile } from '../open-file.js';
import { FILE_EVENTS, HEARD, meaningOf, readersOf } from './index.js';

const FOLDER = new URL('../../../../../../libs/contracts/samples/', import.meta.url);

/** The recorded sample of every event. */
const samples = new Map(
  readdirSync(FOLDER).map((name): [string, DomainEvent] => {
    const type = name.replace(/\.json$/, '');
    const sample = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as unknown;
    const decoded = decodeEvent(type, sample);
    if (decoded.kind !== 'event') throw new Error(`${name} cannot be read`);
    return [type, decoded.event];
  }),
);
const sampleOf = <E extends DomainEvent>(type: string): E => samples.get(type) as E;
const opened = (): IncidentFile => openFile(sampleOf<IncidentReported>('incident.reported.v1'));
const fold = (file: IncidentFile, type: string, over: object = {}): IncidentFile => {
  const event = sampleOf(type);
  const changed = Object.assign(Object.create(Object.getPrototypeOf(event) as object), event, over) as IncidentEvent;
  return meaningOf(changed).apply(file, changed);
};

describe('the events of a file', () => {
  it('are heard of all other services and of no own one', () => {
    expect([...new Set(HEARD.map(({ source }) => source))]).toEqual(['intake', 'routing']);
    expect(HEARD.length).toBeLessThan(Object.keys(FILE_EVENTS).length);
  });

  it('are read by police only, those of unknown types by nobody', () => {
    for (const type of Object.keys(FILE_EVENTS)) expect(readersOf(type)).not.toContain('steps');
    expect(readersOf('something.new.v1')).toEqual([]);
  });

  it.each(Object.keys(FILE_EVENTS))('%s leaves the file before it alone and says what happened', (type) => {
    const before = fold(fold(opened(), 'dispatch.planned.v1'), 'case.registered.v1');
    const copy = JSON.stringify(before);
    const event = sampleOf<IncidentEvent>(type);
    const meaning = meaningOf(event);
    meaning.apply(before, event);
    expect(JSON.stringify(before)).toBe(copy);
    const { zh, en } = meaning.text(event);
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(en).toMatch(/[a-z]/);
    expect(meaning.at(event)).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('make what was closed as something else a case again, once its refusal is withdrawn', () => {
    const refused = fold(fold(opened(), 'case.registered.v1'), 'case.not-filed.v1');
    const closed = fold(refused, 'incident.closed.v1', { outcome: 'NO_OFFENCE' });
    const again = fold(closed, 'case.refusal-overturned.v1');
    expect([again.outcome, again.closed?.outcome, again.case?.state]).toEqual([
      'CASE_REGISTERED',
      'CASE_REGISTERED',
      'REVIEWING',
    ]);
    expect(fold(refused, 'case.refusal-overturned.v1').closed).toBeUndefined();
  });

  it('call the review of a criminal and of an administrative case what the law calls it', () => {
    const event = sampleOf<IncidentEvent>('case.review-started.v1');
    const words = ['criminal', 'administrative'].map((kind) => {
      const changed = Object.assign(Object.create(Object.getPrototypeOf(event) as object), event, {
        kind,
      }) as IncidentEvent;
      return meaningOf(changed).text(changed).zh;
    });
    expect(words).toEqual(['立案审查', '受案审查']);
  });

  it('keep the earliest report of a milestone', () => {
    const planned = fold(opened(), 'dispatch.planned.v1');
    const { assignmentId = '' } = planned.assignments[0] ?? {};
    const late = { assignmentId, occurredAt: '2026-01-01T00:05:00.000Z' };
    const early = { assignmentId, occurredAt: '2026-01-01T00:03:00.000Z' };
    const twice = fold(fold(planned, 'assignment.arrived.v1', late), 'assignment.arrived.v1', early);
    expect(twice.assignments[0]?.arrivedAt).toBe(early.occurredAt);
    expect(fold(twice, 'assignment.arrived.v1', late).assignments[0]?.arrivedAt).toBe(early.occurredAt);
  });

  it('do not move an incident that has ended', () => {
    const closed = fold(opened(), 'incident.closed.v1');
    expect(closed.state).toBe('CLOSED');
    expect(fold(closed, 'assignment.arrived.v1', { dispatchState: 'ON_SCENE' }).state).toBe('CLOSED');
    expect(fold(closed, 'incident.cancelled.v1').state).toBe('CLOSED');
  });

  it('show the rules of the last grading, not those of all gradings one after the other', () => {
    const rule = (name: string) => ({ rule: name, effect: 'P2', reason: { zh: '甲', en: 'a' } });
    const first = { to: 'P2', firedRules: [rule('type-default'), rule('raised-by-person')] };
    const second = { to: 'P1', firedRules: [...first.firedRules, rule('weapon')] };
    const twice = fold(fold(opened(), 'incident.regraded.v1', first), 'incident.regraded.v1', second);
    expect(twice).toMatchObject({ priority: 'P1' });
    expect(twice.firedRules).toEqual(second.firedRules);
  });

  it('leave nobody to be told when a later restriction names no safe contact', () => {
    const named = fold(opened(), 'incident.restricted.v1', { safeContact: { account: 'safe' } });
    const again = fold(named, 'incident.restricted.v1', { safeContact: undefined });
    expect(again.restricted).toBe(true);
    expect(again.safeContact).toBeUndefined();
  });

  it('decide about whom a reporter proposed when police restrict', () => {
    const proposed = { ...opened(), proposedContact: { account: 'boss' } };
    const restricted = fold(proposed, 'incident.restricted.v1', { safeContact: { account: 'safe', accountId: 'id' } });
    expect(restricted).toMatchObject({ safeContact: { account: 'safe', accountId: 'id' } });
    expect(restricted.proposedContact).toBeUndefined();
  });

  it('take the lead officer and the outcome from the final feedback of the lead only', () => {
    const by = { accountId: 'a', account: 'PS01', name: '张三' };
    const assist = fold(opened(), 'assignment.completed.v1', { role: 'assist', outcome: undefined, by });
    expect(assist.leadBy).toBeUndefined();
    expect(fold(assist, 'assignment.completed.v1', { role: 'lead', outcome: 'HELPED', by })).toMatchObject({
      leadBy: by,
      outcome: 'HELPED',
    });
  });
});
