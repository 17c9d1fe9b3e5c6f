import type { Act } from '#contracts';

const api = '/api/v1';
const moves = ['review', 'accept', 'ask-reconsideration', 'investigate', 'solve', 'mediate', 'mediation-failed'];

/** Which act of the matrix each route about one incident is: a route of the product that is missing here fails the walk. */
export const ACT_OF: Readonly<Record<string, Act>> = {
  [`GET ${api}/incident-files`]: 'file.list',
  [`GET ${api}/incident-files/:id`]: 'file.read',
  [`GET ${api}/incident-files/:id/contacts`]: 'file.restrict',
  [`POST ${api}/incident-files/:id/restrict`]: 'file.restrict',
  [`POST ${api}/incident-files/:id/proposals`]: 'file.propose',
  [`POST ${api}/incident-files/:id/advice`]: 'file.advise',
  [`POST ${api}/incidents/:id/close`]: 'incident.close',
  [`POST ${api}/incidents/:id/case`]: 'case.open',
  [`POST ${api}/incidents/:id/regrade`]: 'incident.change',
  [`POST ${api}/incidents/:id/cancel`]: 'incident.change',
  [`POST ${api}/incidents/:id/release`]: 'incident.release',
  [`GET ${api}/incidents`]: 'incident.read',
  [`GET ${api}/incidents/:id`]: 'incident.read',
  [`GET ${api}/reports/:id`]: 'incident.read',
  [`POST ${api}/reports`]: 'report.attach',
  [`GET ${api}/cases/:id`]: 'case.read',
  ...Object.fromEntries(moves.map((move) => [`POST ${api}/cases/:id/${move}`, 'case.open' as const])),
  [`POST ${api}/cases/:id/proposals`]: 'case.propose',
  [`POST ${api}/cases/:id/suspects`]: 'case.keep',
  [`POST ${api}/cases/:id/suspects/:id/caught`]: 'case.keep',
  [`POST ${api}/cases/:id/ledger-entries`]: 'case.keep',
  [`GET ${api}/dispatches/:id`]: 'dispatch.read',
  [`POST ${api}/dispatches/:id/reinforcements`]: 'dispatch.change',
  [`GET ${api}/assignments`]: 'assignment.act',
  ...Object.fromEntries(
    ['acknowledge', 'depart', 'arrive', 'start-work', 'feedback', 'complete'].map((act) => [
      `POST ${api}/assignments/:id/${act}`,
      'assignment.act' as const,
    ]),
  ),
  [`POST ${api}/assignments/:id/decline`]: 'assignment.decline',
  [`POST ${api}/assignments/:id/approve-decline`]: 'dispatch.change',
  [`POST ${api}/assignments/:id/reject-decline`]: 'dispatch.change',
  [`GET ${api}/notices`]: 'notice.read',
  [`GET ${api}/live`]: 'feed.follow',
};
