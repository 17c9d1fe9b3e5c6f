import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { AssignmentDeclined, CaseRegistered, decodeEvent, IncidentClosed, type IncidentState } from '#contracts';
import { assignmentAcknowledged, eventOf } from '#testing';
import { IntakeFixture } from '../../test/intake-fixture.js';
import { CHIEF, OPERATOR, theft } from '../../test/intake-samples.js';
import { CancelIncident } from './cancel-incident.js';
import { CloseIncident } from './close-incident.js';
import { FollowHandling } from './follow-handling.js';
import { RegradeIncident } from './regrade-incident.js';

let intake: IntakeFixture;
let id: string;
beforeEach(async () => {
  intake = await IntakeFixture.open();
  id = (await intake.report(theft())).incidentId;
});
afterEach(() => intake.close());

const regrade = (priority: 'P1' | 'P3' | 'P4', caller = OPERATOR, ifMatch: string | undefined = '*') => {
  const regradeIncident = new RegradeIncident(intake.incidents, intake.addFacts(), intake.clock);
  return intake.database.write(() => regradeIncident.run(id, { priority, reason: '现场情况' }, ifMatch, caller));
};
const cancel = (caller = OPERATOR, incidentId = id, ifMatch: string | undefined = '*') => {
  const cancelIncident = new CancelIncident(intake.incidents, intake.clock);
  return intake.database.write(() => cancelIncident.run(incidentId, { reason: 'withdrawn' }, ifMatch, caller));
};
const close = () => {
  const closed = IncidentClosed.of({
    incidentId: id,
    outcome: 'HELPED',
    closedAt: '2026-05-22T00:00:00.000Z',
    closedBy: { accountId: 'a', account: 'chief', name: '值班长' },
    followUpDueAt: '2026-05-23T00:00:00.000Z',
  });
  const closeIncident = new CloseIncident(intake.incidents);
  return intake.database.write(() => closeIncident.run(closed), { subjects: [id] });
};
const follow = (tell: (followHandling: FollowHandling) => Promise<void>) =>
  intake.database.write(() => tell(new FollowHandling(intake.incidents)), { subjects: [id] });
const moved = (dispatchState: IncidentState) =>
  follow((handling) => handling.unitMoved(assignmentAcknowledged({ incidentId: id, dispatchState })));
const last = async () => (await intake.events()).at(-1);

it('is raised by a dispatcher and lowered by the chief', async () => {
  expect(await regrade('P1')).toMatchObject({ priority: 'P1' });
  await expect(regrade('P4')).rejects.toMatchObject({ kind: 'forbidden' });
  expect(await regrade('P3', CHIEF)).toMatchObject({ priority: 'P3' });
  const event = await last();
  expect(event).toMatchObject({ aggregateSeq: 3, body: { from: 'P1', to: 'P3', reason: '现场情况' } });
  expect(decodeEvent(event?.type ?? '', event?.body).kind).toBe('event');
});

it('is cancelled by a dispatcher, when it is urgent by the chief only', async () => {
  await regrade('P1');
  await expect(cancel()).rejects.toMatchObject({ kind: 'forbidden' });
  expect(await cancel(CHIEF)).toMatchObject({ state: 'CANCELLED' });
  expect(await last()).toMatchObject({ type: 'incident.cancelled.v1', body: { reason: 'withdrawn' } });
  await expect(cancel(CHIEF)).rejects.toMatchObject({ code: 'incident.over' });
  await expect(cancel(CHIEF, 'nobody')).rejects.toMatchObject({ code: 'incident.not-found' });
});

it('is not lowered or called off by somebody who decided before it was raised', async () => {
  await regrade('P1');
  const stale = { kind: 'precondition', code: 'edit.version-changed' };
  await expect(regrade('P3', CHIEF, 'W/"1"')).rejects.toMatchObject(stale);
  await expect(cancel(CHIEF, id, 'W/"1"')).rejects.toMatchObject(stale);
  expect(await intake.incidents.find(id)).toMatchObject({ priority: 'P1', state: 'TRIAGED' });
  expect(await regrade('P3', CHIEF, 'W/"2"')).toMatchObject({ priority: 'P3' });
});

it('asks every decision for the version it was made on', async () => {
  const missing = { kind: 'precondition-missing', code: 'edit.if-match-required' };
  await expect(regrade('P1', CHIEF, '')).rejects.toMatchObject(missing);
  await expect(cancel(CHIEF, id, '')).rejects.toMatchObject(missing);
});

it('takes note of its closing without an event or a hole in the sequence', async () => {
  const before = (await intake.events()).length;
  await close();
  await close();
  expect(await intake.incidents.find(id)).toMatchObject({
    state: 'CLOSED',
    outcome: 'HELPED',
    published: 1,
    version: 2,
  });
  expect(await intake.events()).toHaveLength(before);
  await expect(regrade('P1', OPERATOR, 'W/"1"')).rejects.toMatchObject({ code: 'incident.over' });
  await expect(regrade('P1')).rejects.toMatchObject({ code: 'incident.over' });
});

it('is not cancelled once a unit has taken it, and is again when nobody stands any more', async () => {
  await moved('RESPONDING');
  await expect(cancel(CHIEF)).rejects.toMatchObject({ kind: 'conflict', code: 'incident.under-way' });
  const released = eventOf(AssignmentDeclined, { incidentId: id, dispatchState: 'DISPATCHED' });
  await follow((handling) => handling.unitMoved(released));
  expect(await cancel()).toMatchObject({ state: 'CANCELLED' });
});

it('is not cancelled once a case was opened', async () => {
  const opened = eventOf(CaseRegistered, { incidentId: id, number: 'A3204120001' });
  await follow((handling) => handling.caseOpened(opened));
  await expect(cancel(CHIEF)).rejects.toMatchObject({ kind: 'conflict', code: 'incident.has-case' });
});

it('notes what others make of it without an event, only what is new, and nothing once it is over', async () => {
  await moved('RESPONDING');
  await moved('RESPONDING');
  expect(await intake.incidents.find(id)).toMatchObject({ dispatchState: 'RESPONDING', published: 1, version: 2 });
  await moved('DISPATCHED');
  await cancel();
  await moved('RESPONDING');
  expect(await intake.incidents.find(id)).toMatchObject({ state: 'CANCELLED', dispatchState: 'DISPATCHED' });
});
