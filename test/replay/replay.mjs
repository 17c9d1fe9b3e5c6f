import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Api } from '../kit/api.mjs';
import { mostWithin } from './call-log.mjs';
import { checked } from './checker.mjs';
import { completeDemand } from './demand.mjs';
import { fleetFor } from './fleet.mjs';
import { FORMATS } from './formats/index.mjs';
import { LiveFeed } from './live-feed.mjs';
import { movedPlaces } from './places.mjs';
import { planRule } from './plan-rule.mjs';
import { Player } from './player.mjs';
import { openSystem } from './system.mjs';
import { passes, Verdict } from './verdict.mjs';

const PROGRESS_MS = 2_000;
const SAMPLE_MS = 1_000;
const MINUTE_MS = 60_000;

/**
 * Replays a real call log through the public API of a system of its own, and has it judged by the databases.
 * @param {object} options
 * @param {'slopd' | 'sapd' | 'sffd' | 'houston'} options.format
 * @param {string} options.file
 * @param {number} options.speed times faster than the log; Infinity: as fast as answers come
 * @param {'embedded' | 'cluster'} options.profile
 * @param {number} options.concurrency requests under way at once
 * @param {number} [options.limit] rows to read at most, the first of the file
 * @param {(text: string) => void} options.say
 */
export async function replay({ format, file, speed, profile, concurrency, limit, say }) {
  const log = FORMATS[format](readFileSync(file, 'utf8'), { limit });
  if (log.calls.length === 0) throw new Error(`no usable row in ${file}`);
  const calls = completeDemand(log);
  const places = movedPlaces(calls);
  const { disciplinesOf, jurisdictionAt } = await planRule();
  const fleet = fleetFor(calls, log.unitNames.size, disciplinesOf, places.at, jurisdictionAt);
  say(`${log.rows} rows: ${calls.length} calls, ${log.skippedRows} rows skipped; ${fleet.length} units; places moved`);
  const system = await openSystem(profile, fleet, say);
  const forget = stopOnSignal(system, say);
  try {
    const played = await play({ system, calls, places, fleet, speed, concurrency, say });
    const { seconds, player, feed, verdict } = played;
    return {
      ok: verdict.ok,
      format,
      profile,
      speed: speed === Infinity ? 'max' : speed,
      rows: log.rows,
      skippedRows: log.skippedRows,
      skipped: log.skipped,
      mended: log.mended,
      calls: calls.length,
      units: fleet.length,
      moved: places.moved,
      ...verdict,
      ...timesOf(player.journal),
      peakPerMinute: peakOf(player.journal),
      logPeakPerMinute: log.peakPerMinute,
      acts: player.journal.acts,
      refused: player.journal.refused,
      unexpected: player.journal.unexpected,
      retries: await player.api.retries(),
      feedEvents: feed.events,
      feedBreaks: feed.breaks,
      seconds,
    };
  } finally {
    forget();
    say('stopping');
    await system.stop();
  }
}

/** Ctrl-C leaves nothing behind. Answers how to undo this. */
function stopOnSignal(system, say) {
  const stop = () => {
    say('stopping');
    void system.stop().finally(() => process.exit(130));
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
  return () => ['SIGINT', 'SIGTERM'].forEach((signal) => process.off(signal, stop));
}

async function play({ system, calls, places, fleet, speed, concurrency, say }) {
  const api = new Api({ ...system, sockets: concurrency });
  const verdict = new Verdict(system);
  const disciplines = new Map(fleet.map(({ id, discipline }) => [id, discipline]));
  const run = `replay-${randomBytes(4).toString('hex')}`;
  const player = new Player({ api, calls, placeOf: places.at, disciplines, speed, concurrency, run });
  const feed = new LiveFeed(system.baseUrl, (await api.as('operator')).token, (...event) => player.hear(...event));
  await feed.open();
  say('playing');
  const timers = [
    setInterval(() => say(progressOf(player)), PROGRESS_MS),
    setInterval(() => void verdict.sample().catch((error) => say(`no look at the units: ${error.message}`)), SAMPLE_MS),
  ];
  const began = performance.now();
  try {
    await player.play();
    const seconds = round((performance.now() - began) / 1000);
    say(`${progressOf(player)}; judging`);
    timers.forEach(clearInterval);
    const rested = await verdict.atRest();
    const judged = await verdict.judge(player.journal);
    const checker = await checked(system, player.journal, say);
    return {
      seconds,
      player,
      feed,
      verdict: {
        ok: passes({ calls: calls.length, journal: player.journal, rested, judged, checker }),
        rested,
        ...judged,
        checker,
      },
    };
  } finally {
    timers.forEach(clearInterval);
    feed.close();
    api.close();
    await verdict.close();
  }
}

function progressOf({ progress: { reported, of, unplanned, openSlots, acts } }) {
  return `${reported}/${of} reports, ${unplanned} wait for a plan, ${openSlots} slots open, ${acts} requests answered`;
}

/** The figures of time, ms; what each means stands in `docs/replay.md`. */
function timesOf({ dispatchedAfter, answeredAfter, behind }) {
  return {
    p50Ms: quantile(dispatchedAfter, 0.5),
    p99Ms: quantile(dispatchedAfter, 0.99),
    maxMs: quantile(dispatchedAfter, 1),
    answerP50Ms: quantile(answeredAfter, 0.5),
    answerP99Ms: quantile(answeredAfter, 0.99),
    ...(behind.length > 0 && { behindP99Ms: quantile(behind, 0.99), behindMaxMs: quantile(behind, 1) }),
  };
}

const quantile = (sorted, share) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);

/** Acknowledged reports in the fullest minute of the replay; of all of it when it was shorter. */
const peakOf = ({ receipts }) =>
  mostWithin(
    receipts.map(({ answeredAt }) => answeredAt).sort((a, b) => a - b),
    MINUTE_MS,
  );

const round = (value) => Math.round(value * 10) / 10;
