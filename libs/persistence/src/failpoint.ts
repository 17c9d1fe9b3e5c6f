import { existsSync } from 'node:fs';

/** Places where a fault run may end the process; between two of them lies every order of commit, send and acknowledge. */
type Failpoint =
  | 'database.before-commit'
  | 'database.after-commit'
  | 'relay.sent'
  | 'inbox.handled'
  | 'inbox.committed'
  | 'migrate.step';

interface Plan {
  readonly name: string;
  readonly passages: number;
  /** Passages count only while this file is there. */
  readonly armedBy?: string;
}

const FORM = /^([a-z.-]+)@(\d+)(?::(.+))?$/;

/**
 * `QIJING_FAILPOINT=relay.sent@3` kills the process at the third passage of `relay.sent`; `relay.sent@3:/tmp/now` counts only
 * passages while the file is there, so that whoever runs the faults says when. A plan in production, or one that cannot be
 * read, is refused.
 */
export function failpointPlan(environment: Readonly<Record<string, string | undefined>>): Plan | undefined {
  const text = environment['QIJING_FAILPOINT'];
  if (!text) return undefined;
  if (environment['NODE_ENV'] === 'production') throw new Error('QIJING_FAILPOINT is refused in production');
  const [, name, passages, armedBy] = FORM.exec(text) ?? [];
  if (!name) throw new Error(`QIJING_FAILPOINT must look like relay.sent@3, not ${text}`);
  return { name, passages: Number(passages), ...(armedBy !== undefined && { armedBy }) };
}

/** Counts passages and calls `kill` at the planned one. */
export function killerAt(plan: Plan | undefined, kill: () => void): (name: Failpoint) => void {
  let passed = 0;
  return (name) => {
    if (plan?.name !== name) return;
    if (plan.armedBy !== undefined && !existsSync(plan.armedBy)) return;
    passed += 1;
    if (passed === plan.passages) kill();
  };
}

/** Does nothing, unless a fault run asked for the process to be killed here. */
export const failpoint = killerAt(failpointPlan(process.env), () => process.kill(process.pid, 'SIGKILL'));
