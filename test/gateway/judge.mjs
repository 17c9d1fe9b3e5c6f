import { randomBytes } from 'node:crypto';
import { table } from '../../scripts/lib/route-table.mjs';
import { SMUGGLED } from './corpus.mjs';
import { exchange } from './raw-http.mjs';

const newTrace = () => randomBytes(16).toString('hex');
const URL_OF_OTHERS = '/api/v1/incident-types';
const PREFIXES = [...new Set(table.routes.flatMap(({ paths }) => paths.map((path) => path.split('*')[0])))];

/**
 * Sends one case of the corpus to a front, another request behind it on the same connection, and one from somebody else
 * afterwards. Answers with what went wrong, in words.
 *
 * Of every front is asked: each request that arrives behind it is one that a client meant to send, once, whole, and to an
 * address of the route table; everybody gets the answer to what he asked himself; nothing that is no request arrives.
 * Of our own gateway (`exact`) also: it does with the case what the corpus says.
 * @param {Front} front see fronts.mjs
 * @param {Case} item of the corpus
 * @returns {Promise<string[]>} faults; none: it holds
 */
export async function judge(front, item) {
  const { requests = 1, open = false, alone = false, head = false } = item;
  const [first, second, follower, stranger] = [newTrace(), newTrace(), newTrace(), newTrace()];
  front.recorder?.reset();
  const text = filled(item.raw, front.host, first, second);
  const sent = exchange(await front.connect(), alone ? text : `${text}${plain(front.host, follower)}`, {
    head,
    until: (answers) => (alone ? answers.length > 0 : answers.some(({ trace }) => trace === follower)),
  });
  if (open) await answerTo(front, stranger);
  const own = open ? { answers: [], late: false } : await sent;
  const other = await answerTo(front, newTrace());
  return [
    own.late && 'nobody answered, and nobody closed',
    own.answers.length > requests + 1 && `${own.answers.length} answers to ${requests + 1} requests`,
    !inOrder(own.answers, [first, second, follower]) && `answers of others: ${own.answers.map(({ trace }) => trace)}`,
    !other && 'the next client got no answer to its own request',
    ...(front.recorder ? arrivals(front, [first, second, follower]) : []),
    ...(front.exact ? exactly(item, own.answers, front.recorder, first) : []),
  ].filter(Boolean);
}

const filled = (raw, host, trace, trace2) =>
  raw.replaceAll('{host}', host).replaceAll('{trace}', trace).replaceAll('{trace2}', trace2);

const plain = (host, trace) =>
  `GET ${URL_OF_OTHERS} HTTP/1.1\r\nHost: ${host}\r\nTraceparent: 00-${trace}-00f067aa0ba902b7-01\r\nConnection: close\r\n\r\n`;

/** Whether somebody with a connection of his own gets the one answer to what he asks. */
async function answerTo(front, trace) {
  const { answers } = await exchange(await front.connect(), plain(front.host, trace));
  return answers.length === 1 && answers[0].trace === trace;
}

/**
 * A refusal before there is a request has a trace of its own, and for a host that is not its own Caddy has an empty answer;
 * the others come in the order of their requests.
 */
function inOrder(answers, traces) {
  const known = answers.map(({ trace }) => traces.indexOf(trace)).filter((at) => at >= 0);
  const strangers = answers.filter((each) => !traces.includes(each.trace) && !isNobodys(each));
  return strangers.length === 0 && known.every((at, index) => index === 0 || at > known[index - 1]);
}

const isNobodys = ({ status, headers }) => status >= 400 || headers['content-length'] === '0';

function arrivals({ recorder, client }, traces) {
  const { seen, malformed } = recorder;
  const ours = seen.filter(({ trace }) => traces.includes(trace));
  return [
    malformed.length > 0 && `what is no request arrived: ${malformed}`,
    new Set(ours.map(({ trace }) => trace)).size < ours.length && 'a request arrived twice',
    ...seen.map(({ url, headers }) => [
      url.includes(SMUGGLED) && `a request that nobody sent arrived: ${url}`,
      !isRouted(url) && `${url} arrived, which is in no route`,
      headers['x-forwarded-for'] !== client && `x-forwarded-for ${headers['x-forwarded-for']} was believed`,
      headers.forwarded !== undefined && 'a Forwarded header was believed',
    ]),
  ].flat();
}

/** As the services read it: resolved. In other letters than ours they know no address, so those do no harm. */
function isRouted(url) {
  const { pathname } = new URL(`http://service${url}`);
  return PREFIXES.some((prefix) => pathname.toLowerCase().startsWith(prefix)) && !/\/\.\.?(\/|$)|\\/.test(decoded(url));
}

function decoded(url) {
  const [path] = url.split('?');
  return path.replace(/%(2e|2f|5c)/gi, (escape) => decodeURIComponent(escape));
}

function exactly({ refused, sees }, answers, { seen }, trace) {
  const arrived = seen.find((each) => each.trace === trace);
  if (sees === undefined) {
    const [status] = answers.map((answer) => answer.status);
    const wanted = refused === 0 ? undefined : refused;
    return [
      arrived && `it went on: ${arrived.method} ${arrived.url}`,
      status !== wanted && `answered ${status} instead of ${wanted ?? 'nothing'}`,
    ];
  }
  if (arrived === undefined) return [`it did not arrive; answered ${answers.map(({ status }) => status)}`];
  const { method, url, body, whole } = arrived;
  return [
    JSON.stringify([method, url, body]) !== JSON.stringify(sees) && `arrived as ${JSON.stringify([method, url, body])}`,
    !whole && 'it arrived in part only',
  ];
}
