import { setTimeout as sleep } from 'node:timers/promises';
import { isRefused, type Session, type SignIn } from './session.js';
import type {
  Custodian,
  Director,
  EnterpriseContact,
  EnterpriseView,
  FileSeen,
  NoticeSeen,
  Operator,
  Receipt,
  Town,
  Unit,
} from './town.js';

const POLL_MS = 15;
const PATIENCE_MS = 10_000;

/** People who act through the public API of a running system. */
export class HttpTown implements Town {
  constructor(private readonly session: SignIn) {}

  async operator(): Promise<Operator> {
    return operatorOf(await this.session('operator'));
  }

  async director(): Promise<Director> {
    const session = await this.session('director');
    return {
      approves: async (proposalId, note) => {
        await session.post(`proposals/${proposalId}/approve`, note === undefined ? {} : { note });
      },
    };
  }

  async custodian(): Promise<Custodian> {
    const session = await this.session('custodian');
    return {
      handsOver: async (proposalId, collector) => {
        await session.post(`proposals/${proposalId}/hand-over`, { collector });
      },
    };
  }

  enterprise(): Promise<EnterpriseContact> {
    return this.contactOf('enterprise');
  }

  async contactOf(account: string): Promise<EnterpriseContact> {
    const session = await this.session(account);
    const notices = async (incidentId: string): Promise<NoticeSeen[]> => {
      const { items } = await session.get<{ items: NoticeSeen[] }>(`notices?limit=200&incidentId=${incidentId}`);
      return items;
    };
    return {
      notices,
      waitsForNotice: (incidentId, step) =>
        within(PATIENCE_MS, async () => {
          const told = await notices(incidentId);
          return told.some((notice) => notice.step === step) ? told : undefined;
        }),
      sees: (incidentId) => orNothing(session.get<EnterpriseView>(`incident-files/${incidentId}`)),
    };
  }

  async unit(code: string): Promise<Unit> {
    return unitOf(await this.session(code));
  }
}

function operatorOf(session: Session): Operator {
  const opensFile = (incidentId: string) => session.get<FileSeen>(`incident-files/${incidentId}`);
  return {
    takesReport: (report) => session.post<Receipt>('reports', { channel: 'phone', ...report }),
    opensFile,
    waitsFor: (incidentId, like) =>
      within(PATIENCE_MS, async () => {
        const file = await orNothing(opensFile(incidentId));
        return file && like(file) ? file : undefined;
      }),
    advises: async (incidentId, categories, text) => {
      await session.post(`incident-files/${incidentId}/advice`, { categories, text });
    },
    closes: async (incidentId, note) => {
      await session.post(`incidents/${incidentId}/close`, { note });
    },
    cancels: async (incidentId, reason) => {
      await session.post(`incidents/${incidentId}/cancel`, { reason });
    },
    approvesDecline: async (assignmentId) => {
      await session.post(`assignments/${assignmentId}/approve-decline`);
    },
    reinforces: async (incidentId, discipline) => {
      await session.post(`dispatches/${incidentId}/reinforcements`, { discipline });
    },
    setsDuty: async (unitId, duty) => {
      const { version } = await session.get<{ version: number }>(`units/${unitId}`);
      await session.patch(`units/${unitId}`, { duty }, version);
    },
  };
}

function unitOf(session: Session): Unit {
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

/** What was asked for, or undefined where there is nothing for this person. */
async function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isRefused(error, 404)) return undefined;
    throw error;
  }
}

async function within<T>(ms: number, look: () => Promise<T | undefined>): Promise<T> {
  for (const until = Date.now() + ms; ; await sleep(POLL_MS)) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error(`nothing of the kind within ${ms} ms`);
  }
}
