import { gzipSync } from 'node:zlib';

/** A name for the same bytes as UTF-8. */
const NAMES = ['utf-8', 'UTF-8', '"utf-8"'];
/** Encodings that no body may come in. */
const OTHER = ['gbk', 'gb18030', 'utf-16', 'utf-16le', 'iso-8859-1', 'big5', 'x'];
/** 仓库被盗 in GBK: no UTF-8. */
const GBK = Buffer.from('b2d6bfe2b1bbb5c1', 'hex');

/**
 * Bodies whose bytes are not what a JSON body has to be: another encoding, by name or in fact, half a character, or compressed.
 * `refused`: nobody may take it for anything.
 */
const ENCODED = [
  (text, random) => ({ body: text, type: `application/json; charset=${random.pick(OTHER)}`, refused: true }),
  (text, random) => ({ body: text, type: `application/json; charset=${random.pick(NAMES)}`, refused: false }),
  (text) => ({ body: Buffer.from(text, 'utf16le'), type: 'application/json', refused: true }),
  (text) => ({
    body: Buffer.from(`\uFEFF${text}`, 'utf16le'),
    type: 'application/json; charset=utf-16',
    refused: true,
  }),
  (text) => ({ body: spliced(text, GBK), type: 'application/json', refused: true }),
  (text) => ({ body: spliced(text, Buffer.from('仓').subarray(0, 2)), type: 'application/json', refused: true }),
  (text) => ({ body: spliced(text, Buffer.from('eda080', 'hex')), type: 'application/json', refused: true }),
  (text) => ({ body: spliced(text, Buffer.from('c0af', 'hex')), type: 'application/json', refused: true }),
  (text) => ({ body: `\uFEFF${text}`, type: 'application/json', refused: false }),
  (text, random) => ({
    body: gzipSync(text),
    type: 'application/json',
    encoding: random.pick(['gzip', 'br', 'deflate', 'x']),
    refused: true,
  }),
];

/** Bytes put into a text: into its first string, or behind it. */
function spliced(text, bytes) {
  const [before, ...after] = text.split('":"');
  if (after.length === 0) return Buffer.concat([Buffer.from(text), bytes]);
  return Buffer.concat([Buffer.from(`${before}":"`), bytes, Buffer.from(after.join('":"'))]);
}

/** A body in the wrong bytes. @returns {{body: string | Buffer, type: string, encoding?: string, refused: boolean}} */
export const encodedBody = (random, json) => random.pick(ENCODED)(JSON.stringify(json), random);

const filled = (count, make) => Array.from({ length: count }, (_, at) => make(at));

/** More than anybody means: in keys, in items, in depth, in one text; around the limits, and far beyond. */
const LARGE = [
  (random) => Object.fromEntries(filled(random.pick([100, 1000, 1001, 60_000]), (at) => [`k${at}`, at])),
  (random) => filled(random.pick([100, 1000, 100_000]), (at) => at),
  (random) => filled(random.pick([100, 20_000]), () => ({ a: 1, b: [null] })),
  (random) => filled(random.pick([50, 300_000]), () => null),
  (random) => 'x'.repeat(random.pick([4096, 100_000, 900_000, 3_000_000])),
];

/** `{"a":[{"a":[…` so deep that some parsers give up; as text, for makers of it would. */
const deep = (levels) => `${'{"a":['.repeat(levels)}1${']}'.repeat(levels)}`;

/** A body with something far too large in the place of one of its fields, or of all of it; as text. */
export function largeBody(random, json) {
  if (random.chance(0.3)) return deep(random.pick([10, 31, 33, 1000, 80_000]));
  const large = random.pick(LARGE)(random);
  const names = Object.keys(json ?? {});
  if (names.length === 0 || random.chance(0.2)) return JSON.stringify(large);
  return JSON.stringify({ ...json, [random.pick(names)]: large });
}
