const started = Date.now();

/** One line of progress on stderr, with the seconds since the command started. Stdout stays free for `--json`. */
export function say(text) {
  process.stderr.write(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}\n`);
}

/**
 * The frame of a command: runs `work`, and with `--json` prints the one object it returns (with `ok`) on stdout.
 * Exits non-zero when `ok` is not true or `work` throws. Without `--json`, `print` shows the result for people.
 */
export async function command(work, print = () => {}) {
  const json = process.argv.includes('--json');
  let result;
  try {
    result = { ok: true, ...(await work()) };
  } catch (error) {
    result = { ok: false, error: error.message };
    say(error.message);
  }
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else if (result.ok || !result.error) print(result);
  process.exitCode = result.ok ? 0 : 1;
  return result;
}

/** The value of `--name value` or `--name=value`, else the fallback. */
export function option(name, fallback) {
  const at = process.argv.findIndex((word) => word === `--${name}` || word.startsWith(`--${name}=`));
  if (at < 0) return fallback;
  const [, value] = process.argv[at].split('=');
  return value ?? process.argv[at + 1];
}

/** Shows the result of a command that is made of checks: `{checks: [{name, outcome, faults, reason}]}`. */
export function printChecks({ checks }) {
  for (const { name, outcome, faults, reason } of checks) {
    process.stdout.write(`${name.padEnd(16)} ${outcome}${reason ? `: ${reason}` : ''}\n`);
    for (const fault of faults) process.stdout.write(`  ${fault}\n`);
  }
}
