import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outboxTable } from '#messaging';
import { applyMigrations, Database, openConnections, type DatabaseOptions } from '#persistence';
import type { Caller } from '#platform';
import { intakeSchema } from '../src/outbound/database/intake.schema.js';
import { OutboxDepth } from '../src/outbound/database/outbox-depth.js';
import { ReportLoad } from '../src/outbound/database/report-load.js';
import { AddFacts } from '../src/use-cases/add-facts.js';
import { AdmitReport } from '../src/use-cases/admit-report.js';
import type { ReportToFile } from '../src/use-cases/admitted-report.js';
import { AttachReport } from '../src/use-cases/attach-report.js';
import { DateReport } from '../src/use-cases/date-report.js';
import { GradeReport } from '../src/use-cases/grade-report.js';
import { HoldReport } from '../src/use-cases/hold-report.js';
import { IdentifyEnterprise } from '../src/use-cases/identify-enterprise.js';
import { IssueReceipt } from '../src/use-cases/issue-receipt.js';
import { LocatePlace } from '../src/use-cases/locate-place.js';
import { OpenIncident } from '../src/use-cases/open-incident.js';
import type { Receipt } from '../src/use-cases/admitted-report.js';
import { ReceiveReport } from '../src/use-cases/receive-report.js';
import { RegisterEnterprise } from '../src/use-cases/register-enterprise.js';
import { RelateReport } from '../src/use-cases/relate-report.js';
import { SeedDirectory } from '../src/use-cases/seed-directory.js';
import { ShedLoad } from '../src/use-cases/shed-load.js';
import { IntakeParts } from './intake-parts.js';
import { OPERATOR, SEED } from './intake-samples.js';

/** Intake's use cases on a database of their own. */
export class IntakeFixture extends IntakeParts {
  private constructor(
    database: Database,
    readonly folder: string,
  ) {
    super(database);
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
    const hold = new HoldReport(this.database, new ReportLoad(this.database), this.config);
    const issueReceipt = new IssueReceipt(this.sequences, hold, this.config);
    return new ReceiveReport(
      new OpenIncident(this.incidents, this.reports, issueReceipt),
      new AttachReport(this.incidents, this.reports, this.addFacts(), issueReceipt),
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
