import { randomUUID } from 'node:crypto';
import { counted, inTurns, send } from '../raw.mjs';

const BYTES = 1024 * 1024;
const AT_ONCE = 4;
const REPEATS = 3;
const ID = '00000000-0000-7000-8000-000000000000';

/** Who sends to which route; undefined: nobody. */
const TARGETS = [
  ['sessions', undefined],
  ['reports', 'enterprise'],
  ['reports', 'operator'],
  ['enterprises', 'operator'],
  ['accounts', 'admin'],
  [`incidents/${ID}/cancel`, 'chief'],
  [`cases/${ID}/ledger-entries`, 'operator'],
];

const many = (unit, of) => of(Math.floor((BYTES - 64) / unit));
const keys = (count) => Array.from({ length: count }, (_, at) => `"k${at.toString(36)}":1`).join();

/** Bodies of one mebibyte that cost their reader the more the worse it counts. */
export const SHAPES = {
  'flat keys': () => many(10, (count) => `{${keys(count)}}`),
  'keys in a field': () => many(10, (count) => `{"details":{${keys(count)}},"place":{}}`),
  'items of a list': () => many(3, (count) => `{"contacts":[${Array(count).fill('{}').join()}]}`),
  nulls: () => many(5, (count) => `{"flags":[${Array(count).fill('null').join()}]}`),
  nested: () => many(6, (count) => `${'{"a":'.repeat(count)}1${'}'.repeat(count)}`),
};

/** Large bodies of every shape, as nobody and as several roles: each is refused, and the others do not wait. */
export const shapes = {
  id: 'shapes',
  async run({ baseUrl, api }) {
    const bodies = Object.entries(SHAPES).map(([shape, make]) => [shape, make()]);
    const attempts = Array.from({ length: REPEATS }, () =>
      TARGETS.flatMap(([path, account]) => bodies.map(([shape, body]) => ({ path, account, shape, body }))),
    ).flat();
    const answers = await inTurns(attempts, AT_ONCE, async ({ path, account, body }) => {
      const token = account && (await api.as(account)).token;
      const headers = {
        'idempotency-key': randomUUID(),
        'if-match': '*',
        ...(token && { authorization: `Bearer ${token}` }),
      };
      return send({ url: `${baseUrl}/api/v1/${path}`, method: 'POST', headers, body });
    });
    const slowest = Math.round(Math.max(...answers.map(({ ms }) => ms)));
    const statuses = counted(answers.map(({ status }) => status));
    // A connection may end before its sender has read why.
    const unread = statuses[0] ?? 0;
    const ok =
      unread * 10 <= attempts.length && answers.every(({ status }) => status === 0 || (status >= 400 && status < 500));
    return {
      ok,
      notes: `${attempts.length} bodies of 1 MiB answered ${JSON.stringify(statuses)}, slowest ${slowest} ms`,
    };
  },
};
