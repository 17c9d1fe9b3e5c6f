import type { Incident, World } from './world.js';

/** An incident in which everybody stands as the walk says. */
export interface Prepared extends Incident {
  /** The patrol that was sent as reinforcement. */
  readonly patrol: string;
}

interface Sent {
  readonly assignmentId: string;
  readonly unitId: string;
  readonly discipline: string;
  readonly state: string;
}

const GONE = ['DECLINED', 'COMPLETED'];

/**
 * PS02 leads, a patrol assists, ISEC01 is informed, an ambulance is there; AST01 was released, CID02 for a conflict of
 * interest. Reported by the contact `enterprise`, whom police name as safe contact where it is restricted.
 */
export async function prepare(world: World, state: 'plain' | 'restricted' | 'closed'): Promise<Prepared> {
  const incident = await world.report('enterprise', { enterpriseId: undefined, injured: 1 });
  const { incidentId } = incident;
  const patrol = await reinforce(world, incidentId);
  for (const [unit, reason] of [
    ['AST01', 'engaged'],
    ['CID02', 'conflict_of_interest'],
  ] as const) {
    const assignment = `assignments/${incident.assignments[unit] ?? ''}`;
    await world.act(unit, 'POST', `${assignment}/decline`, { reason });
    await world.act('operator', 'POST', `${assignment}/approve-decline`, {});
  }
  if (state === 'restricted') {
    const restriction = { reason: '疑有内部人员', safeContact: { account: 'Enterprise' } };
    await world.act('operator', 'POST', `incident-files/${incidentId}/restrict`, restriction);
  }
  if (state === 'closed') await close(world, incidentId);
  const assignments = { ...incident.assignments, [patrol.unitId]: patrol.assignmentId };
  return { ...incident, assignments, patrol: patrol.unitId };
}

async function reinforce(world: World, incidentId: string): Promise<Sent> {
  const path = `dispatches/${incidentId}/reinforcements`;
  const { assignments } = await world.act<{ assignments: Sent[] }>('operator', 'POST', path, { discipline: 'PAT' });
  const sent = assignments.find(({ discipline }) => discipline === 'PAT');
  if (!sent) throw new Error('no patrol was sent');
  return sent;
}

/** Everybody who still has something to do finishes, the lead last; then the review. */
async function close(world: World, incidentId: string): Promise<void> {
  const dispatch = await world.act<{ assignments: Sent[] }>('operator', 'GET', `dispatches/${incidentId}`);
  const busy = dispatch.assignments.filter((one) => !GONE.includes(one.state));
  const lead = busy.filter(({ unitId }) => unitId === 'PS02');
  for (const { unitId, assignmentId } of [...busy.filter((one) => !lead.includes(one)), ...lead]) {
    const assignment = `assignments/${assignmentId}`;
    const end = { text: '已处置', ...(unitId === 'PS02' && { outcome: 'CASE_REGISTERED' }) };
    await world.act(unitId, 'POST', `${assignment}/acknowledge`, {});
    await world.act(unitId, 'POST', `${assignment}/feedback`, { text: '已处置' });
    await world.act(unitId, 'POST', `${assignment}/complete`, end);
  }
  await world.reaches(incidentId, 'HANDLED');
  await world.act('operator', 'POST', `incidents/${incidentId}/close`, {});
}
