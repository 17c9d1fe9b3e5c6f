import { Controller, Get, HttpException, Injectable } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../auth/access.decorators.js';

/** Milliseconds an indicator may take before it counts as failed. */
const CHECK_MS = 2_000;

/** Milliseconds for which the outcome of the checks is answered again. */
const FRESH_MS = 1_000;

/** Outcome of the readiness checks. */
export interface Readiness {
  ready: boolean;
  /** `ok`, or `failed`, by indicator. Reasons are in the log: an outsider need not know them. */
  checks: Record<string, 'ok' | 'failed'>;
}

/** A readiness problem; answered as 503 with the failed indicators. */
export class NotReady extends HttpException {
  constructor(readonly checks: Readiness['checks']) {
    super('not ready', 503);
  }
}

/** The readiness checks of the process: database, broker, consumers … each registered by who owns it. */
@Injectable()
export class HealthRegistry {
  private readonly checks = new Map<string, () => Promise<unknown>>();
  private stopping = false;
  private last: { readonly outcome: Promise<Readiness['checks']>; readonly at: number } | undefined;

  /** @param now the process's own clock, ms */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Adds a check; it fails by rejecting or by taking longer than two seconds. */
  register(name: string, check: () => Promise<unknown>): void {
    this.checks.set(name, check);
  }

  /** From now on not ready: the process is about to leave. */
  startStopping(): void {
    this.stopping = true;
  }

  /** How the checks stand: anybody may ask, so they run once a second at most, all at once. */
  async readiness(): Promise<Readiness> {
    const now = this.now();
    if (!this.last || now - this.last.at >= FRESH_MS) this.last = { outcome: this.run(), at: now };
    const checks = { ...(await this.last.outcome) };
    if (this.stopping) checks['process'] = 'failed';
    return { ready: Object.values(checks).every((outcome) => outcome === 'ok'), checks };
  }

  private async run(): Promise<Readiness['checks']> {
    const outcomes = await Promise.all(
      [...this.checks].map(async ([name, check]) => [name, await passes(check)] as const),
    );
    return Object.fromEntries(outcomes.map(([name, ok]) => [name, ok ? 'ok' : 'failed']));
  }
}

async function passes(check: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), CHECK_MS)));
  const outcome = check().then(
    () => true,
    () => false,
  );
  return Promise.race([outcome, late]).finally(() => clearTimeout(timer));
}

/** `/health/live`: the process answers. `/health/ready`: it can do its work; 503 with the failed checks when it cannot. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthRegistry) {}

  @Get('live')
  @Public()
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  async ready(): Promise<Readiness> {
    const readiness = await this.health.readiness();
    if (!readiness.ready) throw new NotReady(readiness.checks);
    return readiness;
  }
}
