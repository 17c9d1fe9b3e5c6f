import { PATIENCE_MS, within } from './patience.js';
import type { Session } from './session.js';
import type { Unit } from './town.js';

/** Officers of one unit, signed in. */
export function unitOf(session: Session): Unit {
  const assignmentOf = (incidentId: string): Promise<string> =>
    within(PATIENCE_MS, async () => {
      const { items } = await session.get<{ items: { assignmentId: string; incidentId: string }[] }>(
        'assignments?unit=me&show=all&limit=200',
      );
      return items.find((item) => item.incidentId === incidentId)?.assignmentId;
    });
  const act = async (incidentId: string, name: string, body: object): Promise<void> => {
    await session.post(`assignments/${await assignmentOf(incidentId)}/${name}`, body);
  };
  const milestone = (name: string) => (incidentId: string, at?: string) => act(incidentId, name, stated(at));
  return {
    acknowledges: milestone('acknowledge'),
    departs: milestone('depart'),
    arrives: milestone('arrive'),
    startsWork: milestone('start-work'),
    reports: (incidentId, { at, ...found }) => act(incidentId, 'feedback', { ...found, ...stated(at) }),
    completes: (incidentId, { at, ...final }) => act(incidentId, 'complete', { ...final, ...stated(at) }),
    asksForRelease: (incidentId, reason) => act(incidentId, 'decline', { reason }),
    opensCase: async (incidentId, at) => {
      const { caseId } = await session.post<{ caseId: string }>(`incidents/${incidentId}/case`, stated(at));
      return caseId;
    },
    movesCase: async (caseId, name, basis, at) => {
      await session.post(`cases/${caseId}/${name}`, { basis, ...stated(at) });
    },
    proposes: async (caseId, { at, ...proposal }) => {
      const body = { ...proposal, ...stated(at) };
      return (await session.post<{ proposalId: string }>(`cases/${caseId}/proposals`, body)).proposalId;
    },
    posts: async (caseId, { at, ...entry }) => {
      await session.post(`cases/${caseId}/ledger-entries`, { ...entry, ...stated(at) });
    },
    restricts: async (incidentId, reason, account) => {
      await session.post(`incident-files/${incidentId}/restrict`, { reason, safeContact: { account } });
    },
  };
}

const stated = (at: string | undefined): { occurredAt?: string } => (at === undefined ? {} : { occurredAt: at });
