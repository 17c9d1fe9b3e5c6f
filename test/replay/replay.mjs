import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Api } from './api.mjs';
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
import { Verdict } from './verdict.mjs';

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
 * @param {number} [options.limit] rows to read at most
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
      rows: log.rows,
      skippedRows: log.skippedRows,
      skipped: log.skipped,
      mended: log.mended,
      calls: calls.length,
      units: fleet.length,
      moved: places.moved,
      ...verdict,
      ...latencyOf(player.journal),
      peakPerMinute: peakOf(player.journal),
      logPeakPerMinute: log.peakPerMinute,
      acts: player.journal.acts,
      refused: player.journal.refused,
      unexpected: player.journal.unexpected,
      retries: player.api.retries,
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
  const feed = new LiveFeed(system.baseUrl, await api.token('operator'), (...event) => player.hear(...event));
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
      verdict: { ok: isGood({ rested, judged, checker, player, calls }), rested, ...judged, checker },
    };
  } finally {
    timers.forEach(clearInterval);
    feed.close();
    api.close();
    await verdict.close();
  }
}

function isGood({ rested, judged, checker, player, calls }) {
  const { accepted, dispatched, gaps, lost, doubleBooked } = judged;
  const clean = lost === 0 && doubleBooked === 0 && accepted === dispatched + gaps;
  const all = accepted === calls.length && Object.keys(player.journal.unexpected).length === 0;
  return rested && clean && all && checker.ok;
}

function progressOf({ progress: { reported, of, unplanned, openSlots, acts } }) {
  return `${reported}/${of} reports, ${unplanned} wait for a plan, ${openSlots} slots open, ${acts} requests answered`;
}

function latencyOf({ latencies }) {
  const at = (share) => round(latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0);
  return { p50Ms: at(0.5), p99Ms: at(0.99), maxMs: at(1) };
}

/** Acknowledged reports in the fullest minute of the replay; of all of it when it was shorter. */
const peakOf = ({ receipts }) =>
  mostWithin(
    receipts.map(({ answeredAt }) => answeredAt).sort((a, b) => a - b),
    MINUTE_MS,
  );

const round = (value) => Math.round(value * 10) / 10;
