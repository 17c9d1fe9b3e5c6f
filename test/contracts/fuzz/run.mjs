import { readFileSync } from 'node:fs';
import { inRoot } from '../../../scripts/lib/paths.mjs';
import { Judge } from './judge.mjs';
import { startProduct } from './product.mjs';
import { Random } from './random.mjs';
import { RequestMaker } from './requests.mjs';

const MOST_FAILURES = 50;
const TRIES = 3;

/**
 * Sends `count` generated requests to the compiled product, one after the other, and judges every answer: it never is a
 * fault of the server, it is documented for its status, refusals change nothing, and what the document forbids (bodies,
 * roles) is not accepted.
 * @returns {Promise<{ok: boolean, seed: number, requests: number, statuses: object, failures: object[], seconds: number}>}
 */
export async function fuzz({ count, seed, progress = () => {}, failed = () => {} }) {
  const began = performance.now();
  const document = JSON.parse(readFileSync(inRoot('docs/api/qijing.openapi.json'), 'utf8'));
  const judge = new Judge(document);
  const product = await startProduct();
  const maker = new RequestMaker(new Random(seed), document, product);
  const statuses = {};
  const failures = new Map();
  let requests = 0;
  try {
    await product.tables.settle();
    for (; requests < count && failures.size < MOST_FAILURES; requests += 1) {
      const request = maker.next();
      const { answer, fault } = await attempt(request, product, judge);
      statuses[answer?.status ?? 'none'] = (statuses[answer?.status ?? 'none'] ?? 0) + 1;
      if (fault && note(failures, requests, request, answer, fault)) failed([...failures.values()].at(-1));
      if (answer && answer.status < 300) learn(maker, answer);
      if (requests % 1000 === 0) progress(requests, failures.size);
    }
  } finally {
    await product.stop();
  }
  const list = [...failures.values()];
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  return { ok: list.length === 0, seed, requests, statuses, failures: list, seconds };
}

async function attempt(request, { client, tables }, judge) {
  const reads = request.method === 'GET';
  const before = !reads && { stamp: tables.stamp(), counts: tables.counts() };
  let answer;
  try {
    answer = await client.send(request);
  } catch (error) {
    return { fault: `no answer: ${error.message}` };
  }
  const fault = judge.faultOf(request.operation, answer) ?? faultOfMeaning(request, answer, judge);
  if (fault || reads) return { answer, fault };
  if (answer.status < 300) await tables.settle();
  else if (tables.stamp() !== before.stamp) return { answer, fault: await leftBehind(request, client, tables) };
  return { answer };
}

/** What a status must not be, whatever its document says. */
function faultOfMeaning({ operation, person, json, body, mustRefuse }, { status }, judge) {
  if (status >= 500) return `a fault of the server (${status})`;
  if (status >= 300) return undefined;
  if (mustRefuse) return 'accepted a body in bytes that are no UTF-8';
  const roles = operation['x-roles'];
  if (roles && !person && operation.operationId !== 'sessionsEnd') return 'accepted from nobody';
  if (roles?.length && person && !roles.some((role) => person.roles.includes(role))) return 'accepted without the role';
  if (operation.requestBody && body !== undefined && json === undefined) return 'accepted a body that is no JSON';
  const unfit = json === undefined ? undefined : judge.requestFault(operation, json);
  return unfit && `accepted a body that the document refuses: ${unfit}`;
}

/**
 * Something was committed while a refused request ran. Clocks and events run beside it, so the request is sent again on
 * quiet tables: only what changes every time is its doing.
 */
async function leftBehind(request, client, tables) {
  let changed = [];
  for (let left = TRIES; left > 0; left -= 1) {
    await tables.settle();
    const before = tables.counts();
    const answer = await client.send(request);
    if (answer.status < 300) return undefined;
    const after = tables.counts();
    changed = Object.keys(after).filter((table) => before[table] !== after[table]);
    if (changed.length === 0) return undefined;
  }
  return `refused, but changed ${changed.join(', ')}`;
}

/** Keeps the first failure of each kind; tells whether this one is the first. */
function note(failures, index, request, answer, fault) {
  const { operation, method, path, headers, body } = request;
  const kind = `${operation.operationId} ${answer?.status ?? '-'} ${fault.replace(/[0-9a-f-]{36}|\d+/g, '#')}`;
  const known = failures.get(kind);
  if (known) {
    known.times += 1;
    return false;
  }
  const { authorization, cookie, ...shown } = headers;
  failures.set(kind, {
    operation: operation.operationId,
    fault,
    status: answer?.status,
    times: 1,
    index,
    request: {
      as: request.person?.account ?? 'nobody',
      method,
      path: path.slice(0, 500),
      headers: shown,
      body: body?.slice(0, 2000),
    },
    answer: answer?.text.slice(0, 600),
  });
  return true;
}

function learn(maker, { headers, text }) {
  if (!String(headers['content-type']).includes('json')) return;
  const answer = JSON.parse(text);
  maker.learn({ ...answer, ...answer.case });
}
