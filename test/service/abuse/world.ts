import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_ENTERPRISE_ID } from '../../../apps/standalone/src/demo/data/enterprises.js';
import { freshKey, send } from './client.js';
import { OFFICER_NAME, People } from './people.js';
import { startSystem, type System } from './system.js';

/** Never to be seen outside of police, nor in logs and metrics. */
export const CANARIES = {
  phone: '13899917731',
  reporterName: '金丝雀报案人',
  narrative: '金丝雀叙述甲',
  feedback: '金丝雀反馈乙',
  basis: '金丝雀依据丙',
  officer: OFFICER_NAME,
  ledgerNote: '金丝雀账目丁',
  reason: '金丝雀理由戊',
} as const;

/** An incident as the tables need it. */
export interface Incident {
  readonly incidentId: string;
  readonly reportId: string;
  readonly caseId: string;
  /** Code of the lead unit. */
  readonly lead: string;
  /** Assignment by unit code. */
  readonly assignments: Readonly<Record<string, string>>;
}

/** A system with people in it. */
export class World {
  private constructor(
    readonly system: System,
    readonly people: People,
  ) {}

  static async start(environment?: Record<string, string>, quotas?: Readonly<Record<string, string>>): Promise<World> {
    const system = await startSystem(environment, quotas);
    return new World(system, await People.of(system.app));
  }

  /** Acts as somebody; throws unless it succeeds. */
  async act<T>(account: string, method: string, path: string, body?: unknown): Promise<T> {
    const token = this.people.token(account);
    const headers = { ...freshKey(), 'if-match': '*' };
    const answer = await send(this.system.url, { method, path: `/api/v1/${path}`, token, body, headers });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return JSON.parse(answer.text) as T;
  }

  /** Reports something and waits until units are sent; the lead unit opens the case, unless there is to be none. */
  async report(account: string, told: object = {}, { withCase = true } = {}): Promise<Incident> {
    const { incidentId, reportId } = await this.act<Incident>(account, 'POST', 'reports', { ...theft, ...told });
    for (const until = Date.now() + 15_000; Date.now() < until; await sleep(25)) {
      const file = await this.act<FileSeen>('operator', 'GET', `incident-files/${incidentId}`).catch(() => undefined);
      if (!file || file.assignments.length < 2) continue;
      const lead = file.assignments.find(({ role }) => role === 'lead')?.unit.id ?? '';
      const opening = `incidents/${incidentId}/case`;
      const { caseId } = withCase ? await this.act<{ caseId: string }>(lead, 'POST', opening, {}) : { caseId: '' };
      const assignments = Object.fromEntries(file.assignments.map(({ assignmentId, unit }) => [unit.id, assignmentId]));
      return { incidentId, reportId, caseId, lead, assignments };
    }
    throw new Error('no file within 15 s');
  }

  /** Waits until the file of an incident is in a state. */
  async reaches(incidentId: string, state: string): Promise<void> {
    for (const until = Date.now() + 15_000; Date.now() < until; await sleep(25)) {
      const file = await this.act<FileSeen>('operator', 'GET', `incident-files/${incidentId}`);
      if (file.state === state) return;
    }
    throw new Error(`not ${state} within 15 s`);
  }

  /** All units finish, the lead last. */
  async handle({ incidentId, assignments }: Incident, lead: string): Promise<void> {
    const assists = Object.keys(assignments).filter((unit) => unit !== lead);
    const of = (unit: string) => `assignments/${assignments[unit] ?? ''}`;
    await this.act(lead, 'POST', `${of(lead)}/acknowledge`, {});
    await this.act(lead, 'POST', `${of(lead)}/feedback`, { text: CANARIES.feedback });
    for (const unit of assists) {
      await this.act(unit, 'POST', `${of(unit)}/acknowledge`, {});
      await this.act(unit, 'POST', `${of(unit)}/feedback`, { text: CANARIES.feedback });
      await this.act(unit, 'POST', `${of(unit)}/complete`, { text: CANARIES.feedback });
    }
    const outcome = 'CASE_REGISTERED';
    await this.act(lead, 'POST', `${of(lead)}/complete`, { text: CANARIES.feedback, outcome });
    await this.reaches(incidentId, 'HANDLED');
  }
}

interface FileSeen {
  readonly state: string;
  readonly assignments: readonly {
    readonly assignmentId: string;
    readonly role: string;
    readonly unit: { readonly id: string };
  }[];
}

/** A theft in the park: PS02 leads, CID02 and AST01 assist. */
export const theft = {
  type: 'E101',
  enterpriseId: DEMO_ENTERPRISE_ID,
  reporter: { name: CANARIES.reporterName, phone: CANARIES.phone, role: '仓库主管' },
  place: { address: '示范园区创新路1号', longitude: 119.972, latitude: 31.692 },
  narrative: CANARIES.narrative,
};
