import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AssignmentState, DomainEvent, IncidentReported } from '#contracts';
import { newId } from '#platform';
import { eventually, incidentReported, testProfile } from '#testing';
import { meaningOf } from '../../apps/cases/src/domain/incident-file/events/index.js';
import type { IncidentEvent } from '../../apps/cases/src/domain/incident-file/file-event.js';
import type { FiledAssignment } from '../../apps/cases/src/domain/incident-file/filed-assignment.js';
import type { IncidentFile } from '../../apps/cases/src/domain/incident-file/incident-file.js';
import { openFile } from '../../apps/cases/src/domain/incident-file/open-file.js';
import type { MilestoneFacts } from '../../apps/routing/src/domain/milestones.js';
import { assignments } from '../../apps/routing/src/outbound/database/assignment.table.js';
import { AdvanceAssignment, type ReportedMilestone } from '../../apps/routing/src/use-cases/advance-assignment.js';
import { CompleteAssignment } from '../../apps/routing/src/use-cases/complete-assignment.js';
import { GiveFeedback } from '../../apps/routing/src/use-cases/give-feedback.js';
import { PlanDispatch } from '../../apps/routing/src/use-cases/plan-dispatch.js';
import { DESK, RoutingHarness } from './routing.harness.js';

const SLOW_MS = 90_000;
/** The field of the file that holds a milestone. */
const FILED = {
  ACKNOWLEDGED: 'acknowledgedAt',
  EN_ROUTE: 'departedAt',
  ARRIVED: 'arrivedAt',
  WORKING: 'workStartedAt',
  COMPLETED: 'completedAt',
} as const satisfies Partial<Record<AssignmentState, keyof FiledAssignment>>;
type Milestone = keyof typeof FILED;
const MILESTONES = Object.keys(FILED) as Milestone[];

/** A milestone, and how many minutes after the issue it is said to have been; now when nothing is said. */
type Act = readonly [Milestone, number?];

/** What units said and when; every one of it comes to the same in the dispatch and in the file. */
const STORIES: readonly (readonly [string, readonly Act[], readonly Milestone[]])[] = [
  ['in order', [['ACKNOWLEDGED', 1], ['EN_ROUTE', 2], ['ARRIVED', 9], ['WORKING', 10], ['COMPLETED', 30]], []],
  ['an arrival before anything else', [['ARRIVED', 9], ['ACKNOWLEDGED', 2]], []],
  ['a departure told after the arrival without its time', [['ACKNOWLEDGED', 1], ['ARRIVED', 9], ['EN_ROUTE']], []],
  ['an arrival told again, and earlier than what was inferred from it', [['ARRIVED', 9], ['EN_ROUTE'], ['ARRIVED', 5]], []],
  ['a departure after its arrival', [['ACKNOWLEDGED', 1], ['ARRIVED', 9], ['EN_ROUTE', 10]], ['EN_ROUTE']],
  ['an arrival before its departure', [['ACKNOWLEDGED', 1], ['EN_ROUTE', 8], ['ARRIVED', 3]], ['ARRIVED']],
  ['an end before everything', [['ACKNOWLEDGED', 5], ['EN_ROUTE', 6], ['ARRIVED', 9], ['COMPLETED', 1]], ['COMPLETED']],
  ['work before the arrival', [['ACKNOWLEDGED', 1], ['ARRIVED', 9], ['WORKING', 4]], ['WORKING']],
  ['an arrival told after the end without its time', [['ACKNOWLEDGED', 1], ['WORKING', 3], ['COMPLETED', 20], ['ARRIVED']], []],
]; // prettier-ignore

describe(`milestones in the dispatch and in the file, on ${testProfile()}`, () => {
  let routing: RoutingHarness;
  let heard: (incidentId: string) => DomainEvent[];
  beforeAll(async () => {
    routing = await RoutingHarness.start();
    heard = await routing.hears();
    await routing.enter([
      { id: 'SEC81', name: 'SEC81', discipline: 'SEC', capacity: 50, longitude: 119.9, latitude: 31.7 },
    ]);
  }, SLOW_MS);
  afterAll(() => routing.close(), SLOW_MS);

  /** An assignment that was issued two hours ago. */
  const issued = async () => {
    const receivedAt = new Date(Date.now() - 7_200_000).toISOString();
    const plan = { id: 'E201', version: 1, atOnce: ['SEC' as const], inform: [] };
    const report = incidentReported({ incidentId: newId(), receivedAt, recordedAt: new Date().toISOString(), plan });
    await routing.database.write(() => routing.get(PlanDispatch).run(report));
    return { report, assignment: await only(report) };
  };
  const only = async ({ incidentId }: IncidentReported) => {
    const [row] = await routing.database.rows(assignments, 'WHERE `incident_id` = ?', [incidentId]);
    if (!row) throw new Error('nobody was sent');
    return row;
  };
  /** The assignment in the file that follows from what routing published. */
  const filed = (report: IncidentReported): FiledAssignment | undefined =>
    heard(report.incidentId).reduce((before: IncidentFile, event) => {
      const told = event as IncidentEvent;
      return meaningOf(told).apply(before, told);
    }, openFile(report)).assignments[0];
  const tell = async (id: string, milestone: Milestone, at?: string): Promise<void> => {
    if (milestone !== 'COMPLETED') {
      await routing.database.write(() =>
        routing.get(AdvanceAssignment).run(id, milestone satisfies ReportedMilestone, at, DESK),
      );
      return;
    }
    await routing.database.write(() => routing.get(GiveFeedback).run(id, { text: '已处置' }, DESK));
    const final = { text: '处置完毕', outcome: 'MEDIATED' as const, ...(at !== undefined && { occurredAt: at }) };
    await routing.database.write(() => routing.get(CompleteAssignment).run(id, final, DESK));
  };

  it.each(STORIES)('are the same after %s', async (_what, acts, refused) => {
    const { report, assignment } = await issued();
    const refusals: Milestone[] = [];
    for (const [milestone, minutes] of acts) {
      const at =
        minutes === undefined ? undefined : new Date(assignment.issuedAt.getTime() + minutes * 60_000).toISOString();
      await tell(assignment.id, milestone, at).catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'assignment.time-out-of-range' });
        refusals.push(milestone);
      });
    }
    expect(refusals).toEqual(refused);
    const { milestones } = await only(report);
    const dispatched = MILESTONES.map((milestone) => {
      const { at, inferred } = (milestones as MilestoneFacts)[milestone] ?? {};
      // The file gives no time to an acknowledgement that nobody told.
      const timed = at !== undefined && !(inferred && milestone === 'ACKNOWLEDGED');
      return [milestone, { ...(timed && { at }), ...(inferred && { inferred }) }];
    });
    await eventually(() => {
      const file = filed(report);
      const inFile = MILESTONES.map((milestone) => {
        const [at, inferred] = [file?.[FILED[milestone]], file?.inferred.includes(milestone)];
        return [milestone, { ...(at !== undefined && { at }), ...(inferred && { inferred }) }];
      });
      expect(inFile).toEqual(dispatched);
    });
    const times = MILESTONES.flatMap((milestone) => (milestones as MilestoneFacts)[milestone]?.at ?? []);
    expect(times).toEqual([...times].sort());
  });
});
