import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '#contracts';
import { Outbox, outboxTable } from '#messaging';
import { applyMigrations, Database, openConnections, type DatabaseOptions } from '#persistence';
import { Clock, Contacts, type Caller } from '#platform';
import { Pace } from '../src/domain/admission/pace.js';
import { IntakeConfig } from '../src/intake.config.js';
import { Enterprises } from '../src/outbound/database/enterprises.js';
import { Incidents } from '../src/outbound/database/incidents.js';
import { intakeSchema } from '../src/outbound/database/intake.schema.js';
import { Jurisdictions } from '../src/outbound/database/jurisdictions.js';
import { OutboxDepth } from '../src/outbound/database/outbox-depth.js';
import { Reports } from '../src/outbound/database/reports.js';
import { Sequences } from '../src/outbound/database/sequences.js';
import { AddFacts } from '../src/use-cases/add-facts.js';
import { AdmitReport } from '../src/use-cases/admit-report.js';
import type { ReportToFile } from '../src/use-cases/admitted-report.js';
import { AttachReport } from '../src/use-cases/attach-report.js';
import { DateReport } from '../src/use-cases/date-report.js';
import { GradeReport } from '../src/use-cases/grade-report.js';
import { IdentifyEnterprise } from '../src/use-cases/identify-enterprise.js';
import { LocatePlace } from '../src/use-cases/locate-place.js';
import { OpenIncident } from '../src/use-cases/open-incident.js';
import type { Receipt } from '../src/use-cases/admitted-report.js';
import { ReceiveReport } from '../src/use-cases/receive-report.js';
import { RegisterEnterprise } from '../src/use-cases/register-enterprise.js';
import { RelateReport } from '../src/use-cases/relate-report.js';
import { SeedDirectory, type DirectorySeed } from '../src/use-cases/seed-directory.js';
import { ShedLoad } from '../src/use-cases/shed-load.js';

/** Ids of the fixture's enterprises. */
export const COPPER = '01900000-0000-7000-8000-000000000001';
export const PLASTICS = '01900000-0000-7000-8000-000000000002';

/** Two enterprises and one jurisdiction: a square around 119.95 E, 31.70 N. */
export const SEED: DirectorySeed = {
  enterprises: [
    { id: COPPER, name: '武进精铜材料有限公司', uscc: '91320412MA0000015L', tags: ['key'] },
    { id: PLASTICS, name: '湖塘塑料制品有限公司', uscc: '91320412MA0000023F' },
  ],
  jurisdictions: [
    {
      code: 'WJ-HT',
      name: '湖塘派出所辖区',
      district: '320412',
      zone: 'suburban',
      outline: [
        [119.9, 31.65],
        [120.0, 31.65],
        [120.0, 31.75],
        [119.9, 31.75],
      ],
    },
  ],
};

/** A clock that stands still until it is set. */
export class FixedClock extends Clock {
  at = new Date('2026-05-21T01:00:00.000Z');

  override now(): Date {
    return this.at;
  }
}

/** A caller with these roles. */
export const callerOf = (account: string, roles: Role[], over: Partial<Caller> = {}): Caller => ({
  accountId: `id-of-${account}`,
  account,
  name: account,
  roles,
  ...over,
});

export const OPERATOR = callerOf('operator', ['call_taker', 'dispatcher']);
export const CHIEF = callerOf('chief', ['duty_chief', 'approver']);
export const CONTACT = callerOf('enterprise', ['enterprise_contact'], { enterpriseId: COPPER });
export const MACHINE = callerOf('panel', ['machine']);

/** A theft report with everything it needs. */
export const theft = (over: Partial<ReportToFile> = {}): ReportToFile => ({
  type: 'E101',
  reporter: { name: '王敏', phone: '13800005102', role: '仓库主管' },
  place: { address: '延政中路1号', longitude: 119.951, latitude: 31.703 },
  narrative: '原料仓库被盗',
  estimatedLossFen: 4_200_000,
  details: THEFT_DETAILS,
  ...over,
});

/** What type E101 asks for. */
export const THEFT_DETAILS = { items: [{ name: '铜料', quantity: 12 }], storagePlace: '原料仓库', cctv: true };

/** Intake's use cases on a database of their own. */
export class IntakeFixture {
  readonly clock = new FixedClock();
  readonly config = new IntakeConfig();
  readonly pace = new Pace(this.config.lateMs);
  readonly sequences: Sequences;
  readonly enterprises: Enterprises;
  readonly jurisdictions: Jurisdictions;
  readonly incidents: Incidents;
  readonly reports: Reports;
  readonly outbox: Outbox;
  readonly contacts: Contacts;

  private constructor(
    readonly database: Database,
    readonly folder: string,
  ) {
    this.outbox = new Outbox(database, 'intake', 'qijing.', {
      current: () => undefined,
      continue: (_, work) => work(),
    });
    this.sequences = new Sequences(database);
    this.enterprises = new Enterprises(database, this.sequences);
    this.jurisdictions = new Jurisdictions(database, this.sequences);
    this.incidents = new Incidents(database, this.outbox);
    this.reports = new Reports(database);
    this.contacts = new Contacts(database);
  }

  /** Opens a database; on the folder of another fixture it is a second process of the same service. */
  static async open(folder = mkdtempSync(join(tmpdir(), 'qijing-intake-'))): Promise<IntakeFixture> {
    const connections = await openConnections(intakeSchema, {
      profile: 'embedded',
      dataDir: folder,
    } as DatabaseOptions);
    await applyMigrations(intakeSchema, connections);
    const fixture = new IntakeFixture(new Database(connections), folder);
    await fixture.seeder().run(SEED);
    return fixture;
  }

  async close(): Promise<void> {
    await this.database.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  seeder(): SeedDirectory {
    return new SeedDirectory(this.database, this.enterprises, this.jurisdictions, this.registerEnterprise());
  }

  registerEnterprise(): RegisterEnterprise {
    return new RegisterEnterprise(this.enterprises, this.outbox, this.clock);
  }

  admit(): AdmitReport {
    const shedLoad = new ShedLoad(new OutboxDepth(this.database), this.pace, this.clock, this.config);
    return new AdmitReport(
      new DateReport(this.clock, this.config),
      new IdentifyEnterprise(this.enterprises, this.contacts),
      new LocatePlace(this.jurisdictions, this.enterprises, this.config),
      new RelateReport(this.incidents, this.reports),
      new GradeReport(shedLoad, this.clock, this.config),
    );
  }

  addFacts(): AddFacts {
    return new AddFacts(this.incidents, this.reports, this.config);
  }

  receive(): ReceiveReport {
    const open = new OpenIncident(this.incidents, this.reports, this.sequences, this.config);
    return new ReceiveReport(
      open,
      new AttachReport(this.incidents, this.reports, this.sequences, this.addFacts(), this.config),
    );
  }

  /** Takes a report the way the edge does: admitted first, then stored with whatever else is on its way. */
  async report(report: ReportToFile, caller: Caller = OPERATOR): Promise<Receipt> {
    const admitted = await this.admit().run(report, caller);
    return (await this.database.write(() => this.receive().run(admitted), { group: 'reports' }))();
  }

  /** Events in the outbox, oldest first: type and payload. */
  async events(): Promise<{ type: string; aggregateSeq: number; body: Record<string, unknown> }[]> {
    const rows = await this.database.rows(outboxTable, 'ORDER BY `seq`');
    return rows.map(({ type, aggregateSeq, payload }) => ({
      type,
      aggregateSeq,
      body: JSON.parse(payload) as Record<string, unknown>,
    }));
  }
}
