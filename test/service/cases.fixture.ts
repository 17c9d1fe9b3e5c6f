import { exportJWK, generateKeyPair } from 'jose';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccountChanged, eventClassOf, INCIDENTS, type DomainEvent, type Role } from '#contracts';
import { EVENT_BUS, parkedTable, toHeaders, type EventBus, type EventRecord } from '#messaging';
import { Database } from '#persistence';
import { KeyRing, loadConfig, newId, runService, signToken, type Caller, type RunningService } from '#platform';
import { playOtherReaders } from '#testing';
import { CasesConfig } from '../../apps/cases/src/cases.config.js';
import { CasesModule } from '../../apps/cases/src/cases.module.js';
import { ENTERPRISE, minutesAfter, planned, RECEIVED_AT, reported } from './cases.samples.js';

/** The topic of everything about incidents. */
const TOPIC = `qijing.${INCIDENTS.name}`;

/** An answer of the service. */
export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** An event that the service published. */
export interface Published {
  type: string;
  sequence: number;
  subject: string;
  payload: Record<string, unknown>;
}

type Sign = (caller: Caller) => Promise<string>;

/** The cases service, alone, on SQLite, with this process playing the other services. */
export class CasesService {
  readonly published: Published[] = [];
  private readonly sequences = new Map<string, number>();

  private constructor(
    private readonly running: RunningService,
    private readonly dataDir: string,
    private readonly sign: Sign,
  ) {}

  /** Starts the service and listens to what it publishes. */
  static async start(): Promise<CasesService> {
    const dataDir = mkdtempSync(join(tmpdir(), 'qijing-cases-'));
    const config = loadConfig(CasesConfig, {
      QIJING_PROFILE: 'embedded',
      QIJING_DATA_DIR: dataDir,
      QIJING_PORT: '0',
      QIJING_HOST: '127.0.0.1',
      QIJING_LOG_LEVEL: 'silent',
    });
    const running = await runService(CasesModule, config);
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    await running.app.get(KeyRing).publish({ ...(await exportJWK(publicKey)), kid: 'k1' });
    const sign: Sign = (caller) => {
      const [issuedAt, expiresAt] = [new Date(), new Date(Date.now() + 600_000)];
      return signToken({ caller, sessionId: newId(), issuedAt, expiresAt }, privateKey, 'k1');
    };
    const service = new CasesService(running, dataDir, sign);
    await playOtherReaders(service.bus, config.topicPrefix, 'cases');
    await service.listen();
    return service;
  }

  /** Stops the service and removes its data. */
  async stop(): Promise<void> {
    await this.running.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** The service's database. */
  get database(): Database {
    return this.running.app.get(Database, { strict: false });
  }

  /** Sends events as their services would, in one batch; answers once they are handled. */
  async feed(...events: (DomainEvent & { incidentId: string })[]): Promise<void> {
    await this.bus.producer().sendBatch(events.map((event) => this.record(event, event.incidentId)));
  }

  /** Tells of a contact's account as identity would. */
  async knows(account: string, more: Partial<AccountChanged> = {}): Promise<void> {
    const event = AccountChanged.of({
      accountId: `id-${account}`,
      account,
      name: `姓名${account}`,
      roles: ['enterprise_contact'],
      enterpriseId: ENTERPRISE,
      disabled: false,
      changedAt: RECEIVED_AT,
      ...more,
    });
    await this.bus.producer().sendBatch([this.record(event, event.accountId)]);
  }

  /** Headers of a caller. */
  async as(account: string, roles: Role[], more: Partial<Caller> = {}): Promise<Record<string, string>> {
    const token = await this.sign({ accountId: `id-${account}`, account, name: `姓名${account}`, roles, ...more });
    return { authorization: `Bearer ${token}` };
  }

  /** Headers of a case officer of a unit. */
  unit(code: string): Promise<Record<string, string>> {
    return this.as(code, ['officer', 'case_officer'], { unitId: code });
  }

  /** Proposes about a case as a unit's case officer, and has the director approve; answers the last answer. */
  async approved(unit: string, caseId: string, proposal: object): Promise<Answer> {
    const made = await this.post(await this.unit(unit), `cases/${caseId}/proposals`, proposal);
    if (made.status !== 201) return made;
    return this.post(await this.director(), `proposals/${String(made.body['proposalId'])}/approve`);
  }

  /** Headers of the leader who approves. */
  director(): Promise<Record<string, string>> {
    return this.as('director', ['approver']);
  }

  /** Headers of who keeps property. */
  custodian(): Promise<Record<string, string>> {
    return this.as('custodian', ['property_custodian']);
  }

  /** Headers of a contact of the sample enterprise. */
  contact(account: string, more: Partial<Caller> = {}): Promise<Record<string, string>> {
    return this.as(account, ['enterprise_contact'], { enterpriseId: ENTERPRISE, ...more });
  }

  /** Headers of somebody of the dispatch centre. */
  operator(): Promise<Record<string, string>> {
    return this.as('operator', ['call_taker', 'dispatcher']);
  }

  /** An incident that was reported and dispatched to units, the first leading, with the case that the lead opened. */
  async dispatched(
    units: readonly string[] = ['PS01', 'CID01'],
    more: Parameters<typeof reported>[1] = {},
  ): Promise<{ incidentId: string; caseId: string; body: Record<string, unknown> }> {
    const incidentId = newId();
    await this.feed(reported(incidentId, more), planned(incidentId, units));
    const opening = { occurredAt: minutesAfter(RECEIVED_AT, 1) };
    await this.post(await this.unit(units[0] ?? ''), `incidents/${incidentId}/case`, opening);
    const { body } = await this.get(await this.operator(), `incident-files/${incidentId}`);
    return { incidentId, caseId: (body['case'] as { caseId: string } | undefined)?.caseId ?? '', body };
  }

  /** An incident of a type without a kind of case, with the administrative case that the lead opened. */
  async administrative(): Promise<{ incidentId: string; caseId: string }> {
    const name = { zh: '纠纷', en: 'dispute' };
    const incidentType = { code: 'E201', key: 'dispute', name, kind: 'incident' as const };
    const { incidentId } = await this.dispatched(['PS01'], { incidentType });
    const body = { kind: 'administrative' };
    const opened = await this.post(await this.unit('PS01'), `incidents/${incidentId}/case`, body);
    return { incidentId, caseId: String(opened.body['caseId']) };
  }

  /** Events that the service set aside because it could not take them. */
  async parked(): Promise<unknown[]> {
    return this.database.rows(parkedTable, '');
  }

  /** Reads. */
  get(headers: Record<string, string>, path: string): Promise<Answer> {
    return this.request('GET', headers, path);
  }

  /** Writes; a decision on whatever is by then, unless the headers name a version (`if-match`). */
  post(headers: Record<string, string>, path: string, body: object = {}): Promise<Answer> {
    return this.request('POST', { 'if-match': '*', ...headers }, path, body);
  }

  /** Waits until the service has published `count` events about an incident. */
  async hasPublished(incidentId: string, count: number): Promise<Published[]> {
    for (const until = Date.now() + 5000; ;) {
      const mine = this.published.filter(({ subject }) => subject === incidentId);
      if (mine.length >= count || Date.now() > until) return mine;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  private get bus(): EventBus {
    return this.running.app.get<EventBus>(EVENT_BUS, { strict: false });
  }

  private async listen(): Promise<void> {
    await this.bus.consumer({ groupId: 'observer', topics: [TOPIC] }).run(async (batch) => {
      for (const { headers, value } of batch.records) {
        if (headers['ce_source'] !== 'cases') continue;
        this.published.push({
          type: headers['ce_type'] ?? '',
          sequence: Number(headers['ce_sequence']),
          subject: headers['ce_subject'] ?? '',
          payload: JSON.parse(value ?? '{}') as Record<string, unknown>,
        });
      }
      const last = batch.records.at(-1);
      if (last) await batch.done(last);
    });
  }

  private record(event: DomainEvent, key: string): EventRecord {
    const { type, source, stream } = eventClassOf(event);
    const sequence = (this.sequences.get(`${source} ${key}`) ?? 0) + 1;
    this.sequences.set(`${source} ${key}`, sequence);
    const time = new Date().toISOString();
    const headers = toHeaders({ id: newId(), source, type, time, subject: key, sequence });
    return { topic: `qijing.${stream.name}`, key, value: JSON.stringify(event), headers };
  }

  private async request(
    method: 'GET' | 'POST',
    headers: Record<string, string>,
    path: string,
    body?: object,
  ): Promise<Answer> {
    const payload = body && JSON.stringify(body);
    const answer = await this.running.app.inject({
      method,
      url: `/api/v1/${path}`,
      headers: { ...headers, ...(payload !== undefined && { 'content-type': 'application/json' }) },
      payload,
    });
    return { status: answer.statusCode, body: JSON.parse(answer.body) as Record<string, unknown> };
  }
}
