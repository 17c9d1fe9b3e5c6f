import { Api } from '../../kit/api.mjs';
import { HttpClient } from '../load/http-client.mjs';
import { runOnce } from '../measure/pairs.mjs';
import { median } from '../measure/statistics.mjs';
import { givePast } from '../systems/past.mjs';
import { limitRow } from './row.mjs';

/** Incidents that are over. */
const PAST = 100_000;
/** Who reads beside the one that is measured, each as fast as answers come. */
const READERS = [
  { account: 'station', path: 'incident-files' },
  { account: 'station', path: 'incident-files' },
  { account: 'operator', path: 'units' },
  { account: 'operator', path: 'units' },
];

/** P13: a desk reads one file, alone and beside four who read lists without a pause, over a long past. Embedded only. */
export async function p13(bench) {
  if (bench.profile !== 'embedded') return [];
  const product = await bench.product;
  await runOnce(product, { mode: 'window', window: 200, seconds: 4, drainSeconds: 20, seed: bench.seed });
  bench.say(`P13: ${PAST} incidents that are over`);
  await givePast(product.stores, PAST);
  const [{ id }] = await product.stores.all('cases', "SELECT `id` FROM `@incident_file` WHERE `id` >= '01' LIMIT 1");
  const file = { account: 'operator', path: `incident-files/${id}` };
  const order = {
    port: product.port,
    tokens: await tokensOf(product, ['operator', 'station']),
    seconds: bench.seconds,
  };
  await reads(order, file);
  const rounds = [];
  for (let nth = 0; nth < bench.pairs; nth += 1) {
    const alone = await reads(order, file);
    const [beside] = await Promise.all([file, ...READERS].map((each) => reads(order, each)));
    bench.say(`  round ${nth + 1}: alone ${alone.toFixed(2)} ms, beside four ${beside.toFixed(2)} ms`);
    rounds.push({ alone, beside });
  }
  const alone = median(rounds.map((round) => round.alone)).toFixed(1);
  const what = `embedded, ${PAST} past incidents, a desk's file read: p50 beside four readers (${alone} ms alone)`;
  return [limitRow('P13', what, 'x alone', median(rounds.map((round) => round.beside / round.alone)), { most: 2 })];
}

/** Tokens of those who read. */
async function tokensOf(product, accounts) {
  const api = new Api({ baseUrl: `http://127.0.0.1:${product.port}`, password: product.password });
  const sessions = await Promise.all(accounts.map(async (account) => [account, (await api.as(account)).token]));
  api.close();
  return Object.fromEntries(sessions);
}

/** The same read again and again, unread: who reads answers here would hold up who measures. The median of its time, ms. */
async function reads({ port, tokens, seconds }, { account, path }) {
  const client = new HttpClient(port, 1);
  const times = [];
  for (const until = performance.now() + seconds * 1000; performance.now() < until;) {
    const began = performance.now();
    const { status } = await client.get(`/api/v1/${path}`, { Authorization: `Bearer ${tokens[account]}` });
    if (status !== 200) throw new Error(`${path}: ${status}`);
    times.push(performance.now() - began);
  }
  client.close();
  return median(times);
}
