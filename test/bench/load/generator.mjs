/**
 * The load, in a process of its own. Takes one order from its parent, answers `{begin}` and `{end}` around the measured
 * time and one result. Latency counts from the intended start; `lag` is how late this process itself was.
 *
 * Modes: `open` sends at Poisson times whatever happens; `window` keeps so many incidents between report and their last
 * push; `closed` keeps so many requests unanswered.
 */
import { build } from 'hdr-histogram-js';
import os from 'node:os';
import { gapMs, randomOf } from './arrivals.mjs';
import { HttpClient } from './http-client.mjs';
import { followLive } from './live-feed.mjs';
import { reportBody } from './reports.mjs';

const DISPATCHED = 'dispatch.planned.v1';
/** Requests that may be unanswered at once; more wait here, and their latency runs. */
const CONNECTIONS = 1024;

try {
  os.setPriority(-10); // the load must be on time; where this is not allowed the lag tells
} catch {
  // an ordinary user
}

process.once('message', (order) => run(order).then((result) => process.send({ result }, () => process.exit(0))));

const histogram = () =>
  build({ lowestDiscernibleValue: 1, highestTrackableValue: 600_000_000, numberOfSignificantValueDigits: 3 });

async function run(order) {
  const random = randomOf(order.seed);
  const client = new HttpClient(order.port, order.connections ?? CONNECTIONS);
  const headers = order.token ? { Authorization: `Bearer ${order.token}` } : {};
  const at = { begin: 0, end: 0 };
  const incidents = new Map();
  const early = new Map();
  const hist = {
    acknowledged: histogram(),
    dispatched: histogram(),
    lag: histogram(),
    refused: histogram(),
  };
  const seen = {
    sent: 0,
    accepted: 0,
    refused: {},
    refusedUrgent: 0,
    withoutRetryAfter: 0,
    lost: 0,
    dispatched: 0,
  };
  const perSecond = { accepted: [], dispatched: [], refused: [] };
  const started = performance.now();
  const measured = (moment) => moment >= at.begin && moment < at.end;
  const tick = (series) => {
    const second = Math.floor((performance.now() - started) / 1000);
    series[second] = (series[second] ?? 0) + 1;
  };
  let inFlight = 0;
  let more = () => undefined;

  const pushed = (_type, id) => {
    const now = performance.now();
    const incident = incidents.get(id);
    if (!incident) {
      if (!early.has(id)) early.set(id, []);
      return void early.get(id).push(now);
    }
    reached(id, incident, now);
  };
  const reached = (id, incident, now) => {
    tick(perSecond.dispatched);
    if (measured(now)) seen.dispatched += 1;
    if (measured(incident.intended)) hist.dispatched.recordValue(Math.max(1, (now - incident.intended) * 1000));
    incidents.delete(id);
    inFlight -= 1;
    more();
  };
  const live = order.live && (await followLive({ ...order.live, types: [DISPATCHED] }, pushed));

  const send = (intended) => {
    const sentAt = performance.now();
    const counted = measured(intended);
    if (counted) {
      hist.lag.recordValue(Math.max(1, (sentAt - intended) * 1000));
      seen.sent += 1;
    }
    inFlight += 1;
    const urgent = order.urgentShare > 0 && random() < order.urgentShare;
    client.post('/api/v1/reports', headers, reportBody(random, urgent), ({ status, retryAfter, body }) => {
      const now = performance.now();
      if (status === 201) return accepted(body, intended, now, counted);
      inFlight -= 1;
      tick(perSecond.refused);
      if (counted) refused(status, retryAfter, urgent, now - sentAt);
      setTimeout(more, 1);
    });
  };
  const accepted = (body, intended, now, counted) => {
    tick(perSecond.accepted);
    if (measured(now)) seen.accepted += 1;
    if (counted) hist.acknowledged.recordValue(Math.max(1, (now - intended) * 1000));
    if (!live) {
      inFlight -= 1;
      return more();
    }
    const mark = body.indexOf('"incidentId":"') + 14;
    const id = body.slice(mark, mark + 36);
    const incident = { intended };
    incidents.set(id, incident);
    for (const when of early.get(id) ?? []) reached(id, incident, when);
    early.delete(id);
  };
  const refused = (status, retryAfter, urgent, ms) => {
    seen.refused[status] = (seen.refused[status] ?? 0) + 1;
    if (urgent) seen.refusedUrgent += 1;
    if (status === 0) seen.lost += 1;
    else if (retryAfter === undefined) seen.withoutRetryAfter += 1;
    hist.refused.recordValue(Math.max(1, ms * 1000));
  };

  const begin = performance.now() + order.warmupSeconds * 1000;
  at.begin = begin;
  at.end = begin + order.seconds * 1000;
  setTimeout(() => process.send({ begin: true }), order.warmupSeconds * 1000);
  await (order.mode === 'open' ? open() : keepBusy());
  process.send({ end: true });
  await drained();
  live?.close();
  client.close();
  return summary();

  /** Arrivals at Poisson times; what is due is sent, however late this process is. */
  function open() {
    return new Promise((resolve) => {
      let next = performance.now();
      const turn = () => {
        const now = performance.now();
        while (next <= now && next < at.end) {
          send(next);
          next += gapMs(random, order.rate);
        }
        if (now >= at.end) return resolve();
        setTimeout(turn, 0);
      };
      turn();
    });
  }

  function keepBusy() {
    return new Promise((resolve) => {
      more = () => {
        while (inFlight < order.window && performance.now() < at.end) send(performance.now());
      };
      more();
      setTimeout(resolve, at.end - performance.now());
    });
  }

  /** Waits until everything accepted went all the way, or `drainSeconds` are over. */
  async function drained() {
    more = () => undefined;
    const until = performance.now() + (order.drainSeconds ?? 10) * 1000;
    while (inFlight > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
    seen.drainMs = Math.round(performance.now() - at.end);
    seen.left = inFlight;
  }

  function summary() {
    const latency = (of) => ({
      count: of.totalCount,
      p50: of.getValueAtPercentile(50) / 1000,
      p99: of.getValueAtPercentile(99) / 1000,
      p999: of.getValueAtPercentile(99.9) / 1000,
      max: of.maxValue / 1000,
    });
    const latencies = Object.fromEntries(Object.entries(hist).map(([name, of]) => [name, latency(of)]));
    const { lag } = latencies;
    return {
      ...seen,
      seconds: order.seconds,
      perSecond,
      latencies,
      lagP99: lag.p99,
      late: order.mode === 'open' && lag.p99 > 5,
    };
  }
}
