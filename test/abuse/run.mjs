import { randomUUID } from 'node:crypto';
import { Api } from '../kit/api.mjs';
import { ownSystem } from '../kit/system.mjs';
import { Bystander } from './bystander.mjs';
import { flood } from './cases/flood.mjs';
import { guessing } from './cases/guessing.mjs';
import { shapes } from './cases/shapes.mjs';
import { slowSenders } from './cases/slow-senders.mjs';
import { streams } from './cases/streams.mjs';

/** What is tried, in this order. */
export const CASES = [flood, guessing, streams, slowSenders, shapes];

/** Nobody who works beside an attack waits longer for an answer: what the product promises for a report. */
const WORST_MS = 1000;

/**
 * Attacks a product of its own, on the loopback network, one case after the other, each on fresh data, while an operator goes
 * on reading the list of incidents.
 * @param {object} options
 * @param {'embedded' | 'cluster'} options.profile
 * @param {string[]} options.only ids of cases; empty: all
 * @param {(text: string) => void} options.say
 * @returns {Promise<{ok: boolean, profile: string, cases: {id: string, ok: boolean, worstMs: number, notes: string}[]}>}
 */
export async function abuse({ profile, only, say }) {
  const unknown = only.filter((id) => !CASES.some((one) => one.id === id));
  if (unknown.length > 0) throw new Error(`no case ${unknown.join()}; there are ${CASES.map(({ id }) => id).join()}`);
  const cases = [];
  for (const one of CASES.filter(({ id }) => only.length === 0 || only.includes(id))) {
    const result = { id: one.id, ...(await attacked(one, profile, say)) };
    say(
      `${result.ok ? '✓' : '✗'} ${result.id}: ${result.notes}; an operator beside waited ${result.worstMs} ms at most`,
    );
    cases.push(result);
  }
  return { ok: cases.every(({ ok }) => ok), profile, cases };
}

async function attacked({ id, run }, profile, say) {
  const system = await ownSystem(profile, {
    label: `abuse_${id.replaceAll('-', '_')}`,
    say,
    env: { QIJING_LOG_LEVEL: 'silent' },
  });
  const { baseUrl, stop } = await system.start();
  const api = new Api({ baseUrl, password: system.password });
  try {
    const { token } = await api.as('operator');
    const bystander = new Bystander(`${baseUrl}/api/v1/incident-files?limit=5`, token);
    const { ok, notes } = await run({ baseUrl, api, system, report: (account, more) => report(api, account, more) });
    const { worstMs, asked, refused } = await bystander.stop();
    const undisturbed = worstMs <= WORST_MS && Object.keys(refused).length === 0;
    const disturbance = Object.keys(refused).length > 0 ? `, refused ${JSON.stringify(refused)}` : '';
    return { ok: ok && undisturbed, worstMs, notes: `${notes}; ${asked} answers beside${disturbance}` };
  } finally {
    api.close();
    await stop();
    await system.remove();
  }
}

/** A report of a burglary; answers what the product says to it. */
function report(api, account, more = {}) {
  const body = {
    type: 'E101',
    reporter: { name: '王敏', phone: '13800005102' },
    place: { address: '示范园区创新路1号', longitude: 119.972, latitude: 31.692 },
    narrative: '仓库被撬，清点中',
    ...more,
  };
  return api.post(account, 'reports', body, randomUUID());
}
