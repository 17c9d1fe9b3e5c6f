import { openEventBus } from '#messaging';
import { Database, openConnections } from '#persistence';
import { AppLogger, databaseOptions, loadConfig, messagingOptions, type Environment } from '#platform';
import { intakeSchema } from '../../../intake/src/outbound/database/intake.schema.js';
import { StandaloneConfig } from '../standalone.config.js';
import { HttpTown } from './http-town.js';
import { caught, playWujinTheft, type StoryStep } from './wujin-theft.js';

/** Where the demo is played. */
export interface DemoStage {
  readonly baseUrl: string;
  readonly password: string;
  /** The settings the services run with; names the database and the broker. */
  readonly environment: Environment;
  onStep(step: StoryStep): void;
}

/** What the demo came to; one JSON object. Amounts in integer fen, times in ms. */
export interface DemoResult {
  readonly ok: boolean;
  readonly profile: 'embedded' | 'cluster';
  readonly database: { readonly kind: string; readonly version: string };
  readonly broker: { readonly kind: string; readonly version: string };
  readonly incidentId: string;
  readonly disciplines: readonly string[];
  readonly restricted: boolean;
  readonly suspectsCaught: number;
  readonly leadBy: string;
  readonly closedBy: string;
  readonly ledger: {
    readonly reportedFen: number;
    readonly verifiedFen: number;
    readonly recoveredFen: number;
    readonly returnedFen: number;
  };
  readonly notices: number;
  readonly reportToAssignedMs: number;
  readonly totalMs: number;
  readonly steps: readonly StoryStep[];
}

/** Plays the warehouse theft through the public API of a running system and checks that it ended as it must. */
export async function playDemo({ baseUrl, password, environment, onStep }: DemoStage): Promise<DemoResult> {
  const config = loadConfig(StandaloneConfig, environment);
  const began = performance.now();
  const end = await playWujinTheft(new HttpTown(baseUrl, password), yesterdayInShanghai(), onStep);
  const totalMs = Math.round(performance.now() - began);
  const { file } = end;
  const figures = file.case?.ledger.figures;
  const result = {
    profile: config.profile,
    ...(await parts(config)),
    incidentId: end.incidentId,
    disciplines: [...new Set(file.assignments.map(({ unit }) => unit.discipline))].sort(),
    restricted: file.restricted,
    suspectsCaught: caught(file).length,
    leadBy: file.leadBy?.account ?? '',
    closedBy: file.closed?.by.account ?? '',
    ledger: {
      reportedFen: figures?.reportedFen ?? 0,
      verifiedFen: figures?.verifiedFen ?? 0,
      recoveredFen: figures?.recoveredFen ?? 0,
      returnedFen: figures?.returnedFen ?? 0,
    },
    notices: end.notices,
    reportToAssignedMs: end.reportToAssignedMs,
    totalMs,
    steps: end.steps,
  };
  return { ok: endedWell(result), ...result };
}

/** What must be true at the end of the story. */
function endedWell(result: Omit<DemoResult, 'ok'>): boolean {
  const { disciplines, restricted, suspectsCaught, leadBy, closedBy, ledger, notices } = result;
  return (
    disciplines.length >= 3 &&
    restricted &&
    suspectsCaught === 2 &&
    leadBy !== '' &&
    closedBy !== '' &&
    closedBy !== leadBy &&
    ledger.reportedFen >= 4_000_000 &&
    ledger.verifiedFen > 0 &&
    ledger.recoveredFen > 0 &&
    ledger.returnedFen === ledger.recoveredFen &&
    notices >= 5
  );
}

async function parts(config: StandaloneConfig): Promise<Pick<DemoResult, 'database' | 'broker'>> {
  const database = new Database(await openConnections(intakeSchema, databaseOptions(config)));
  const bus = openEventBus(messagingOptions(config, new AppLogger({ service: 'demo', level: 'silent' })));
  try {
    return { database: await database.version(), broker: { kind: bus.kind, version: (await bus.check()).version } };
  } finally {
    await database.close();
    await bus.close();
  }
}

/** The last Shanghai day that is over, `YYYY-MM-DD`: every time of the story lies in the past. */
function yesterdayInShanghai(): string {
  const day = new Date(Date.now() - 24 * 3_600_000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(day);
}
