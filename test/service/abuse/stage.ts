import { WITHOUT_QUOTAS } from './system.js';
import type { Incident, World } from './world.js';
import { CANARIES, theft } from './world.js';

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
  /** One too many of its enterprise: held for a call taker. */
  readonly held: Pick<Incident, 'incidentId'>;
  /** Its case was refused. */
  readonly notFiled: Incident;
  /** Its case is administrative, under review. */
  readonly administrative: Incident;
  /** Proposals that wait for legal review, for an approval, for a refusal, for the custodian; and some that wait for nobody like that. */
  readonly proposals: Readonly<Record<'legal' | 'approve' | 'reject' | 'handOver' | 'unpaid' | 'done', string>>;
  readonly accountId: string;
  readonly adminId: string;
}

/** A unit that assists: which ones were free is not known beforehand. */
export const assistOf = ({ assignments, lead }: Incident): string =>
  Object.keys(assignments).find((unit) => unit !== lead) ?? '';

/** What a stage needs: one incident of an enterprise at a time is served on its own word. */
export const STAGE_QUOTAS = { ...WITHOUT_QUOTAS, QIJING_ENTERPRISE_INCIDENTS: '1' };

/** Sets the stage over HTTP. */
export async function setStage(world: World): Promise<Stage> {
  const act = <T>(...request: Parameters<World['act']>) => world.act<T>(...request);
  // These first: CID02 is asked for by name, and has no room for the theft that would come last.
  const [spare, closed, cancelled] = await Promise.all([
    world.report('operator'),
    world.report('operator'),
    world.report('operator', {}, { withCase: false }),
  ]);
  const [fresh, handled, restricted, economic, foreign, noCase, notFiled] = await Promise.all([
    world.report('enterprise'),
    world.report('operator'),
    world.report('operator', { type: 'E102', safeContact: { account: 'enterprise' } }),
    world.report('operator', { type: 'E108' }),
    world.report('competitor', { enterpriseId: undefined }, { withCase: false }),
    world.report('operator', {}, { withCase: false }),
    world.report('operator'),
  ]);
  const held = await act<Pick<Incident, 'incidentId'>>('enterprise', 'POST', 'reports', theft);
  await act('PS02', 'POST', `assignments/${spare.assignments['PS02'] ?? ''}/acknowledge`, {});
  await act('AST01', 'POST', `assignments/${spare.assignments['AST01'] ?? ''}/decline`, { reason: 'engaged' });
  await world.handle(handled, 'PS02');
  await act('PS02', 'POST', `cases/${closed.caseId}/review`, { basis: CANARIES.basis });
  await act('PS02', 'POST', `cases/${closed.caseId}/suspects`, { state: 'at_large' });
  await act('PS02', 'POST', `cases/${closed.caseId}/suspects/1/caught`, {});
  await world.handle(closed, 'PS02');
  await act('operator', 'POST', `incidents/${closed.incidentId}/close`, { note: CANARIES.basis });
  await act('chief', 'POST', `incidents/${cancelled.incidentId}/cancel`, { reason: 'false_report' });
  const { administrative, proposals } = await propose(world, {
    spare,
    handled,
    closed,
    restricted,
    economic,
    notFiled,
    noCase,
  });
  await world.reaches(closed.incidentId, 'CLOSED');
  await world.reaches(cancelled.incidentId, 'CANCELLED');
  const { accountId } = await act<{ accountId: string }>('admin', 'POST', 'accounts', {
    account: 'abuse-target',
    name: '被改账号',
    roles: ['analyst'],
  });
  const adminId = accountIdOf(world.people.token('admin'));
  return {
    fresh,
    spare,
    handled,
    closed,
    cancelled,
    restricted,
    economic,
    foreign,
    held,
    notFiled,
    administrative,
    proposals,
    accountId,
    adminId,
  };
}

const accountIdOf = (token: string): string =>
  (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sub: string }).sub;

type Staged = Readonly<
  Record<'spare' | 'handled' | 'closed' | 'restricted' | 'economic' | 'notFiled' | 'noCase', Incident>
>;

/** Cases that are filed, refused, administrative, and proposals in every place. */
async function propose(world: World, { spare, handled, closed, restricted, economic, notFiled, noCase }: Staged) {
  const review = ({ caseId, lead }: Incident) => world.act(lead, 'POST', `cases/${caseId}/review`, {});
  const made = async ({ caseId, lead }: Incident, body: object): Promise<string> =>
    (await world.act<{ proposalId: string }>(lead, 'POST', `cases/${caseId}/proposals`, body)).proposalId;
  const approve = (id: string) => world.act('director', 'POST', `proposals/${id}/approve`, {});
  for (const incident of [spare, restricted, economic, notFiled]) await review(incident);
  const file = { act: 'file', basis: CANARIES.basis };
  const done = await made(spare, file);
  await approve(done);
  await approve(await made(notFiled, { ...file, act: 'not_file' }));
  const recovered = { amountFen: 500, holding: '铜料' };
  const ledger = `cases/${handled.caseId}/ledger-entries`;
  await world.act('PS02', 'POST', ledger, { kind: 'LOSS_REPORTED', amountFen: 1000 });
  await world.act('PS02', 'POST', ledger, { kind: 'RECOVERED', ...recovered });
  await world.act('PS02', 'POST', ledger, { kind: 'RECOVERED', ...recovered, holding: '电缆' });
  const back = { act: 'return', basis: CANARIES.basis };
  const handOver = await made(handled, { ...back, entry: recovered });
  await approve(handOver);
  const unpaid = await made(handled, { ...back, entry: { ...recovered, holding: '电缆' } });
  const kind = { kind: 'administrative' };
  const { caseId } = await world.act<{ caseId: string }>(
    noCase.lead,
    'POST',
    `incidents/${noCase.incidentId}/case`,
    kind,
  );
  const administrative = { ...noCase, caseId };
  await review(administrative);
  const proposals = {
    legal: await made(economic, file),
    approve: await made(closed, file),
    reject: await made(restricted, file),
    handOver,
    unpaid,
    done,
  };
  return { administrative, proposals };
}
