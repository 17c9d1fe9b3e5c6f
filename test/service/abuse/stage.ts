import type { Incident, World } from './world.js';
import { CANARIES } from './world.js';

/** Incidents in every state that the tables need. */
export interface Stage {
  /** Just dispatched; the valid requests act on it, in the order of the table. */
  readonly fresh: Incident;
  /** PS02 is on it, AST01 asked to be released, CID02 has not answered. */
  readonly spare: Incident;
  /** Everything done, waiting for review. */
  readonly handled: Incident;
  /** Closed, with a case under review and one caught suspect. */
  readonly closed: Incident;
  /** Called off; its assignments are recalled. */
  readonly cancelled: Incident;
  /** Restricted to the contact `enterprise`. */
  readonly restricted: Incident;
  /** An economic one: only a legal reviewer files its case. */
  readonly economic: Incident;
  /** Report of the competitor's enterprise. */
  readonly foreign: Incident;
  readonly accountId: string;
  readonly adminId: string;
}

/** Sets the stage over HTTP. */
export async function setStage(world: World): Promise<Stage> {
  const act = <T>(...request: Parameters<World['act']>) => world.act<T>(...request);
  const [fresh, spare, handled, closed, cancelled, restricted, economic, foreign] = await Promise.all([
    world.report('enterprise'),
    world.report('operator'),
    world.report('operator'),
    world.report('operator'),
    world.report('operator', {}, { withCase: false }),
    world.report('operator', { type: 'E102', safeContact: { account: 'enterprise' } }),
    world.report('operator', { type: 'E108' }),
    world.report('competitor', { enterpriseId: undefined }),
  ]);
  await act('PS02', 'POST', `assignments/${spare.assignments['PS02'] ?? ''}/acknowledge`, {});
  await act('AST01', 'POST', `assignments/${spare.assignments['AST01'] ?? ''}/decline`, { reason: 'engaged' });
  await world.handle(handled, 'PS02');
  await act('PS02', 'POST', `cases/${closed.caseId}/review`, { basis: CANARIES.basis });
  await act('PS02', 'POST', `cases/${closed.caseId}/suspects`, { state: 'at_large' });
  await act('PS02', 'POST', `cases/${closed.caseId}/suspects/1/caught`, {});
  await world.handle(closed, 'PS02');
  await act('operator', 'POST', `incidents/${closed.incidentId}/close`, { note: CANARIES.basis });
  await act('chief', 'POST', `incidents/${cancelled.incidentId}/cancel`, { reason: 'false_report' });
  await world.reaches(closed.incidentId, 'CLOSED');
  await world.reaches(cancelled.incidentId, 'CANCELLED');
  const { accountId } = await act<{ accountId: string }>('admin', 'POST', 'accounts', {
    account: 'abuse-target',
    name: '被改账号',
    password: 'Target-pass-71',
    roles: ['analyst'],
  });
  const adminId = accountIdOf(world.people.token('admin'));
  return { fresh, spare, handled, closed, cancelled, restricted, economic, foreign, accountId, adminId };
}

const accountIdOf = (token: string): string =>
  (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sub: string }).sub;
