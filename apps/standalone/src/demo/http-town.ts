import { operatorOf } from './http-operator.js';
import { unitOf } from './http-unit.js';
import { orNothing, PATIENCE_MS, within } from './patience.js';
import type { EnterpriseView, NoticeSeen } from './seen.js';
import type { SignIn } from './session.js';
import type { Custodian, Director, EnterpriseContact, Operator, Town, Unit } from './town.js';

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
