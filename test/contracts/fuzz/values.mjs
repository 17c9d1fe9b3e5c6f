/** Texts that have broken programs before. */
export const HOSTILE = [
  "'; DROP TABLE report; --",
  "' OR '1'='1",
  '"; SELECT 1; --',
  '%',
  '_%',
  '\\',
  '${7*7}{{7*7}}',
  '$(id)',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '..%2f..%2f',
  '\u0000',
  'a\u0000b',
  '\r\nSet-Cookie: a=b',
  '\ud83d\ude92 \ud83d\udc6e\u200d\u2640\ufe0f',
  '\ud800',
  '\u202e\u200b\ufeff',
  '\u{2F800}\u{10FFFF}',
  '\u3164',
  '\u2800 \u200d',
  '\u00a0\u3000',
  '\u{e0020}',
  '\u115f\u1160',
  '\u17b4\u17b5',
  '\u180e\u2060\u200b',
  '\ufff9\ufffb',
  '\u034f\ufe0f',
  '\u{1d173}',
  '\u001b[2J',
  'a\u0085b',
  'a\rb',
  'a\u2028b',
  '\udc6e',
  '\u2067\u061c',
  '（0519）88012345转8012',
  '９１４４０３００７１５２６７２６ＸＧ',
  '张三'.repeat(40),
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  'true',
  '0',
  '-1',
  '1e309',
  '',
  ' ',
  '2025-02-30T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '0000-01-01T00:00:00Z',
  '2026-05-20',
  '20260520T101010Z',
  '2026-05-20T10:00:00+99:99',
  '+275760-09-13T00:00:00.000Z',
];

/** Values of every type and size. */
const ODD = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  1e21,
  1e308,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  2147483648,
  [],
  [null],
  [[]],
  {},
  { a: 1 },
  { $ne: null },
  { length: 3 },
];

const UNKNOWN_FIELDS = ['extra', '__proto__', 'constructor', 'id', 'version', 'roles', 'a/b~c', '字段', ' ', ''];

/** Something that is hardly what a schema asks for. */
export function oddValue(random) {
  const kind = random.weighted({ odd: 4, hostile: 4, long: 1, deep: 1, many: 1 });
  if (kind === 'odd') return structuredClone(random.pick(ODD));
  if (kind === 'hostile') return random.pick(HOSTILE);
  if (kind === 'long') return random.pick(['a', '长', '\u{1F692}']).repeat(random.pick([65, 257, 5001, 70_000]));
  if (kind === 'many') return Array.from({ length: random.pick([21, 300]) }, (_, index) => index);
  let deep = random.pick([null, 'x', 1]);
  for (let level = 0; level < random.pick([10, 200]); level += 1) deep = random.chance(0.5) ? [deep] : { a: deep };
  return deep;
}

/**
 * Makes values that fit schemas of a document, now and then at their limits.
 * `pools` holds values that exist in the product, by property name.
 */
export class FittingValues {
  constructor(random, document, pools) {
    this.random = random;
    this.schemas = document.components.schemas;
    this.pools = pools;
  }

  of(schema, name = '') {
    const { $ref } = schema.allOf?.[0] ?? schema;
    if ($ref) return this.of(this.schemas[$ref.split('/').at(-1)], name);
    const known = this.pools[name];
    if (known?.length && schema.type === 'string' && this.random.chance(0.85)) return this.random.pick(known);
    if (schema.enum) return this.random.pick(schema.enum);
    if (schema.example !== undefined && this.random.chance(0.3)) return structuredClone(schema.example);
    return this[schema.type ?? 'string']?.(schema, name) ?? null;
  }

  object({ properties = {}, required = [] }) {
    const wanted = Object.entries(properties).filter(([name]) => required.includes(name) || this.random.chance(0.3));
    return Object.fromEntries(wanted.map(([name, schema]) => [name, this.of(schema, name)]));
  }

  array({ items, minItems = 0, maxItems = 3, uniqueItems }) {
    const list = Array.from({ length: this.random.integer(minItems, Math.min(maxItems, minItems + 3)) }, () =>
      this.of(items),
    );
    return uniqueItems ? [...new Set(list)] : list;
  }

  integer({ minimum = -1000, maximum = 100_000 }) {
    if (this.random.chance(0.2)) return this.random.pick([minimum, maximum]);
    return this.random.integer(Math.max(minimum, -1000), Math.min(maximum, 100_000));
  }

  number({ minimum = -1000, maximum = 1000 }) {
    if (this.random.chance(0.1)) return this.random.pick([minimum, maximum]);
    return minimum + this.random.next() * (maximum - minimum);
  }

  boolean() {
    return this.random.chance(0.5);
  }

  string({ format, pattern, minLength = 0, maxLength = 40 }) {
    if (format === 'uuid') return this.random.uuid();
    if (format === 'date-time') return this.instant();
    if (pattern) return this.matching(pattern);
    const length = this.random.chance(0.05) ? maxLength : this.random.integer(minLength, Math.min(maxLength, 30));
    const alphabet = this.random.pick(['abc xyz', '仓库被盗铜料', '\u00e9\u00df\u4e25']);
    return Array.from({ length }, () => this.random.pick([...alphabet])).join('');
  }

  /** Mostly the last days, sometimes far away. */
  instant() {
    const away = this.random.pick([0, -60, -3600, -86_400, -8 * 86_400, 3600, -3e9]);
    return new Date(Date.now() + away * 1000).toISOString();
  }

  matching(pattern) {
    const candidates = [
      'E101',
      'F01',
      '13800005102',
      'fuzz',
      'PS01',
      'hazmat',
      this.random.uuid(),
      `fuzz${this.random.integer(0, 1e9)}`,
    ];
    const fitting = candidates.filter((text) => new RegExp(pattern, 'u').test(text));
    return this.random.pick(fitting.length > 0 ? fitting : candidates);
  }
}

/** A copy of `value` with one place changed: a field less, a field more, or another value. */
export function mutated(random, value) {
  const places = [...placesIn(value, [])];
  const kind = random.weighted({ replace: 5, remove: 2, add: 2, whole: 0.3 });
  if (kind === 'whole' || places.length === 0) return oddValue(random);
  const copy = structuredClone(value);
  if (kind === 'add') return added(random, copy);
  const path = random.pick(places);
  let holder = copy;
  for (const step of path.slice(0, -1)) holder = holder[step];
  if (kind === 'replace') holder[path.at(-1)] = oddValue(random);
  else if (Array.isArray(holder)) holder.splice(path.at(-1), 1);
  else delete holder[path.at(-1)];
  return copy;
}

function added(random, copy) {
  const holders = [copy, ...Object.values(copy)].filter(
    (each) => each && typeof each === 'object' && !Array.isArray(each),
  );
  if (holders.length === 0) return copy;
  const name = random.pick(UNKNOWN_FIELDS);
  Object.defineProperty(random.pick(holders), name, { value: oddValue(random), enumerable: true, configurable: true });
  return copy;
}

function* placesIn(value, path) {
  if (value === null || typeof value !== 'object') return;
  for (const [key, each] of Object.entries(value)) {
    yield [...path, key];
    yield* placesIn(each, [...path, key]);
  }
}
