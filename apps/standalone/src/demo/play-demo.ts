import { openEventBus } from '#messaging';
import { Database, openConnections } from '#persistence';
import { AppLogger, databaseOptions, loadConfig, messagingOptions, type Environment } from '#platform';
import { intakeSchema } from '../../../intake/src/outbound/database/intake.schema.js';
import { StandaloneConfig } from '../standalone.config.js';
import { HttpTown } from './http-town.js';
import { caught, type FileSeen } from './seen.js';
import type { SignIn } from './session.js';
import { asItHappens, onDay, type StoryStep } from './story.js';
import { playWujinTheft } from './wujin-theft.js';

/** Where the demo is played. */
export interface DemoStage {
  /** Signs its people in. */
  readonly signIn: SignIn;
  /** The settings the services run with; names the database and the broker. */
  readonly environment: Environment;
  /** For people who watch: everything happens now, not at stated times of yesterday. */
  readonly live?: boolean;
  /** Called after each step; the next one waits for what it promises. */
  onStep(step: StoryStep): void | Promise<void>;
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
export async function playDemo({ signIn, environment, live, onStep }: DemoStage): Promise<DemoResult> {
  const config = loadConfig(StandaloneConfig, environment);
  const began = performance.now();
  const end = await playWujinTheft(new HttpTown(signIn), live ? asItHappens : onDay(yesterdayInShanghai()), onStep);
  const totalMs = Math.round(performance.now() - began);
  const { file, incidentId, notices, reportToAssignedMs, steps } = end;
  const result = {
    profile: config.profile,
    ...(await parts(config, environment)),
    incidentId,
    disciplines: [...new Set(file.assignments.map(({ unit }) => unit.discipline))].sort(),
    restricted: file.restricted,
    suspectsCaught: caught(file).length,
    leadBy: file.leadBy?.account ?? '',
    closedBy: file.closed?.by.account ?? '',
    ledger: ledgerOf(file),
    notices,
    reportToAssignedMs,
    totalMs,
    steps,
  };
  return { ok: ENDINGS.every((ending) => ending(result)), ...result };
}

/** What must be true at the end of the story. */
const ENDINGS: readonly ((end: Omit<DemoResult, 'ok'>) => boolean)[] = [
  ({ disciplines }) => disciplines.length >= 3,
  ({ restricted }) => restricted,
  ({ suspectsCaught }) => suspectsCaught === 2,
  ({ leadBy, closedBy }) => leadBy !== '' && closedBy !== '' && closedBy !== leadBy,
  ({ ledger }) => ledger.reportedFen >= 4_000_000 && ledger.verifiedFen > 0,
  ({ ledger }) => ledger.recoveredFen > 0 && ledger.returnedFen === ledger.recoveredFen,
  ({ notices }) => notices >= 5,
];

function ledgerOf(file: FileSeen): DemoResult['ledger'] {
  const none = { reportedFen: 0, verifiedFen: 0, recoveredFen: 0, returnedFen: 0 };
  const { reportedFen, verifiedFen, recoveredFen, returnedFen } = file.case?.ledger.figures ?? none;
  return { reportedFen, verifiedFen, recoveredFen, returnedFen };
}

/** The stack's own scripts know which Kafka they started; the protocol does not tell. */
async function parts(
  config: StandaloneConfig,
  environment: Environment,
): Promise<Pick<DemoResult, 'database' | 'broker'>> {
  const database = new Database(await openConnections(intakeSchema, databaseOptions(config)));
  const bus = openEventBus(messagingOptions(config, new AppLogger({ service: 'demo', level: 'silent' })));
  try {
    return {
      database: await database.version(),
      broker: { kind: bus.kind, version: environment['QIJING_KAFKA_VERSION'] ?? (await bus.check()).version },
    };
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
