const nothing = { passed: 0, failed: 0, skipped: 0, failures: [], notes: [] };

/**
 * Runs every step of a rung, whatever fails before it.
 * @param {{name: string, steps: object[]}} rung
 * @param {{provisions: Provisions, progress: Progress, strict: boolean}} context `strict`: a skipped step is a failure
 * @returns counts of the rung, `seconds`, texts of its `failures`, and `notes` (why something was skipped or failed)
 */
export async function runRung(rung, context) {
  const began = Date.now();
  const sum = { name: rung.name, ...structuredClone(nothing) };
  for (const step of rung.steps) {
    context.progress.begin(`${rung.name} ${step.name}`);
    const result = { ...nothing, ...(await outcomeOf(step, context)) };
    context.progress.end(inWords(result));
    for (const count of ['passed', 'failed', 'skipped']) sum[count] += result[count];
    sum.failures.push(...result.failures.map((text) => `${rung.name} ${step.name}: ${text}`));
    sum.notes.push(...result.notes, ...(result.failures.length ? [`${step.name} failed`] : []));
  }
  return { ...sum, seconds: (Date.now() - began) / 1000 };
}

async function outcomeOf(step, { provisions, progress, strict }) {
  try {
    const missing = step.missing();
    if (missing) return skip(step, missing, strict);
    const env = {};
    for (const need of step.needs) {
      const given = await provisions[need]();
      if (given.reason) return skip(step, given.reason, strict);
      Object.assign(env, given.env);
    }
    return await step.run({ env, tick: () => progress.tick() });
  } catch (error) {
    return { failed: 1, failures: [error.message] };
  }
}

function skip(step, reason, strict) {
  const note = `${step.name} skipped: ${reason}`;
  return strict
    ? { failed: 1, failures: [`${note} (a skip fails under CI=true)`], notes: [note] }
    : { skipped: 1, notes: [note] };
}

function inWords({ passed, failed, skipped, notes }) {
  const reason = notes.length ? `  (${notes.join('; ')})` : '';
  return `${passed} passed, ${failed} failed, ${skipped} skipped${reason}`;
}
