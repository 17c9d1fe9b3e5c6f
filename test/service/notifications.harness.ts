import { exportJWK, generateKeyPair } from 'jose';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventClassOf, type DomainEvent, type Role } from '#contracts';
import { EVENT_BUS, toHeaders, type EventBus, type EventRecord } from '#messaging';
import { Database } from '#persistence';
import { KeyRing, loadConfig, newId, runService, signToken, type Caller } from '#platform';
import { playOtherReaders } from '#testing';
import { NotificationsConfig } from '../../apps/notifications/src/notifications.config.js';
import { NotificationsModule } from '../../apps/notifications/src/notifications.module.js';
import { openLive, type LiveClient } from './notifications.client.js';

/** A notice as it is listed. */
export interface NoticeJson {
  incidentId: string;
  step: string;
  audience: string;
  position: number;
  createdAt: string;
  deliveredAt?: string;
  text: { zh: string; en: string };
}

/** An answer to `GET /api/v1/notices`. */
export interface NoticesAnswer {
  status: number;
  body: { items: NoticeJson[]; next: string | null; code?: string };
}

type Headers = Record<string, string>;
type Subject = DomainEvent & { incidentId?: string; unitId?: string };

/** The notification service on the embedded profile, with a signing key of its own. */
export class NotificationsHarness {
  private readonly sequences = new Map<string, number>();
  private readonly clients: LiveClient[] = [];

  private constructor(
    private readonly dataDir: string,
    private readonly service: Awaited<ReturnType<typeof runService>>,
    readonly database: Database,
    readonly sendRecords: (records: readonly EventRecord[]) => Promise<void>,
    /** A bearer header for a caller; valid for `seconds`. */
    readonly sign: (caller: Partial<Caller>, seconds?: number) => Promise<Headers>,
  ) {}

  static async start(): Promise<NotificationsHarness> {
    const dataDir = mkdtempSync(join(tmpdir(), 'qijing-notifications-'));
    const config = loadConfig(NotificationsConfig, {
      QIJING_PROFILE: 'embedded',
      QIJING_DATA_DIR: dataDir,
      QIJING_PORT: '0',
      QIJING_HOST: '127.0.0.1',
      QIJING_LOG_LEVEL: 'silent',
    });
    const service = await runService(NotificationsModule, config);
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    await service.app.get(KeyRing).publish({ ...(await exportJWK(publicKey)), kid: 'k1' });
    const bus = service.app.get<EventBus>(EVENT_BUS, { strict: false });
    await playOtherReaders(bus, config.topicPrefix, 'notifications');
    const producer = bus.producer();
    const database = service.app.get(Database, { strict: false });
    return new NotificationsHarness(
      dataDir,
      service,
      database,
      (records) => producer.sendBatch(records),
      async (caller, seconds = 600) => {
        const whole = { accountId: 'x', account: 'x', name: '某人', roles: [], ...caller };
        const expiresAt = new Date(Date.now() + seconds * 1000);
        const content = { caller: whole, sessionId: newId(), issuedAt: new Date(), expiresAt };
        return { authorization: `Bearer ${await signToken(content, privateKey, 'k1')}` };
      },
    );
  }

  /** An event as its producer would have sent it. */
  record(event: Subject): EventRecord {
    const { type, source, stream } = eventClassOf(event);
    const key = event.incidentId ?? event.unitId ?? '';
    const sequence = (this.sequences.get(`${source} ${key}`) ?? 0) + 1;
    this.sequences.set(`${source} ${key}`, sequence);
    const headers = toHeaders({ id: newId(), source, type, time: new Date().toISOString(), subject: key, sequence });
    return { topic: `qijing.${stream.name}`, key, value: JSON.stringify(event), headers };
  }

  /** Sends events as one batch; answers once they are handled. */
  send(...events: DomainEvent[]): Promise<void> {
    return this.sendRecords(events.map((event) => this.record(event)));
  }

  as(role: Role, account: string, more: Partial<Caller> = {}): Promise<Headers> {
    return this.sign({ accountId: `id-${account}`, account, roles: [role], ...more });
  }

  operator(account = 'op'): Promise<Headers> {
    return this.as('dispatcher', account);
  }

  contact(account: string, enterpriseId: string): Promise<Headers> {
    return this.as('enterprise_contact', account, { enterpriseId });
  }

  /** Opens the live feed. */
  async live(headers: Headers, query = ''): Promise<LiveClient> {
    const client = await openLive(`${this.service.url}/api/v1/live${query}`, headers);
    this.clients.push(client);
    return client;
  }

  async notices(headers: Headers, query = '?limit=200'): Promise<NoticesAnswer> {
    const answer = await fetch(`${this.service.url}/api/v1/notices${query}`, { headers });
    return { status: answer.status, body: (await answer.json()) as NoticesAnswer['body'] };
  }

  /** Orderly stop of the service. */
  stop(): Promise<void> {
    return this.service.stop();
  }

  async clean(): Promise<void> {
    for (const client of this.clients) client.cut();
    await this.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
