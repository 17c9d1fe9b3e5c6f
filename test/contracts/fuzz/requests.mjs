import { encodedBody, largeBody } from './bodies.mjs';
import { FittingValues, HOSTILE, mutated, oddValue } from './values.mjs';

/** Dear operations (a password hash each) come less often. */
const RARE = { sessionsOpen: 0.15, accountsCreate: 0.25, liveLive: 0.3 };
const POOL_OF = {
  reports: 'reportId',
  incidents: 'incidentId',
  enterprises: 'enterpriseId',
  units: 'unitId',
  assignments: 'assignmentId',
};

/** Makes requests from an OpenAPI document: from well-formed ones to ones that no client would send. */
export class RequestMaker {
  constructor(random, document, { people, disposable, pools }) {
    this.random = random;
    this.people = people;
    this.disposable = [...disposable];
    this.pools = pools;
    this.fitting = new FittingValues(random, document, {
      ...pools,
      relatesTo: pools.incidentId,
      unit: ['me', ...pools.unitId],
    });
    this.operations = Object.entries(document.paths).flatMap(([template, item]) =>
      Object.entries(item).map(([method, operation]) => ({ template, method: method.toUpperCase(), operation })),
    );
    this.weights = Object.fromEntries(
      this.operations.map(({ operation }, at) => [at, RARE[operation.operationId] ?? 1]),
    );
  }

  next() {
    const { template, method, operation } = this.operations[Number(this.random.weighted(this.weights))];
    const headers = {};
    const person = this.#signIn(operation, headers, method);
    const path = this.#path(template, operation) + this.#query(operation);
    this.#headers(operation, headers);
    const body = method === 'GET' ? {} : this.#body(operation, headers);
    return { template, method, operation, path, headers, person, ...body };
  }

  /** Ids that answers name can be used by later requests. */
  learn(answer) {
    for (const [name, pool] of Object.entries(this.pools)) {
      if (typeof answer[name] === 'string' && pool.length < 400 && !pool.includes(answer[name]))
        pool.push(answer[name]);
    }
  }

  #signIn(operation, headers, method) {
    const roles = operation['x-roles'];
    const how = this.random.weighted({ fitting: 12, any: 3, none: 1, broken: 0.5 });
    if (how === 'none') return undefined;
    if (how === 'broken') {
      headers.authorization = this.random.pick([
        'Bearer',
        'Bearer x',
        'Basic YTpi',
        `Bearer ${'a.'.repeat(2000)}`,
        'Bearer e30.e30.e30',
      ]);
      return undefined;
    }
    if (method === 'DELETE') return this.#disposable(headers);
    const may = this.people.filter((person) => !roles?.length || roles.some((role) => person.roles.includes(role)));
    const person = this.random.pick(how === 'fitting' && may.length > 0 ? may : this.people);
    if (this.random.chance(0.9)) headers.authorization = `Bearer ${person.token}`;
    else headers.cookie = `qijing_session=${person.token}`;
    return person;
  }

  #disposable(headers) {
    headers.authorization = `Bearer ${this.random.chance(0.05) ? (this.disposable.pop() ?? 'gone') : 'ended'}`;
    return undefined;
  }

  #path(template, operation) {
    const subject = template.split('/')[3];
    return template.replace(/\{(\w+)\}/g, (_whole, name) => {
      const { schema } = operation.parameters.find((each) => each.in === 'path' && each.name === name);
      const pool = this.pools[name] ?? this.pools[POOL_OF[subject]];
      const how = this.random.weighted({ known: 14, random: 1, odd: 1 });
      if (how === 'known' && schema.type === 'integer') return String(this.random.integer(1, 3));
      if (how === 'known' && pool?.length) return this.random.pick(pool);
      if (how === 'random') return this.random.uuid();
      return encoded(String(oddText(this.random)).slice(0, 400)) || 'x';
    });
  }

  #query(operation) {
    const parts = [];
    for (const { name, schema } of operation.parameters.filter((each) => each.in === 'query')) {
      if (!this.random.chance(0.4)) continue;
      const value = this.random.chance(0.7) ? this.fitting.of(schema, name) : oddText(this.random);
      parts.push(`${name}=${encoded(String(value).slice(0, 3000))}`);
      if (this.random.chance(0.05))
        parts.push(`${name}${this.random.pick(['', '[]', '[a]', '.b'])}=${encoded(String(value).slice(0, 50))}`);
    }
    if (this.random.chance(0.05)) parts.push(this.random.pick(['x=1', '__proto__[a]=1', '%', '&&', 'limit', 'a=%ff']));
    return parts.length > 0 ? `?${parts.join('&')}` : '';
  }

  #headers(operation, headers) {
    for (const { name, required } of operation.parameters.filter((each) => each.in === 'header')) {
      if (!this.random.chance(required ? 0.9 : 0.3)) continue;
      const text = this.random.chance(0.8) ? this.#header(name) : oddText(this.random);
      const plain = Buffer.from(String(text).slice(0, 3000), 'utf8')
        .toString('latin1')
        .replace(/[^\t\x20-\x7e\x80-\xff]/g, '');
      headers[name.toLowerCase()] = plain;
    }
  }

  #header(name) {
    if (name === 'Idempotency-Key')
      return this.random.chance(0.8) ? this.random.uuid() : `key-${this.random.integer(1, 30)}`;
    if (name === 'If-Match')
      return this.random.pick(['*', '*', `W/"${this.random.integer(1, 3)}"`, '"1"', 'W/"1", "2"', '1']);
    if (name === 'Last-Event-ID') return this.random.pick(['1', '999999', '-1', 'x', '=', 'operators=1']);
    return this.random.pick(['zh-CN', 'en', 'en;q=0.2, zh;q=0.9', 'fr', '*', 'en;q=x']);
  }

  /** `json` is what was sent when it was JSON of the right type; `mustRefuse`: its bytes are none. */
  #body(operation, headers) {
    const schema = operation.requestBody?.content['application/json']?.schema;
    const how = this.random.weighted({
      fitting: 9,
      mutated: 7,
      broken: 0.6,
      large: 0.5,
      encoded: 0.7,
      type: 0.5,
      none: 0.4,
    });
    if (how === 'none') return {};
    headers['content-type'] = this.random.chance(0.95) ? 'application/json' : 'application/json; charset=utf-8';
    if (how === 'broken') {
      return {
        body: this.random.pick([
          '{',
          '{"a":1',
          'null null',
          '\u0000',
          "{'a':1}",
          '{"a":1,}',
          '[',
          '"',
          'NaN',
          '{"__proto__":{"a":1}}',
        ]),
      };
    }
    let json = schema ? this.fitting.of(schema) : {};
    if (how === 'large') return parsed(largeBody(this.random, json));
    if (how === 'encoded') {
      const { type, encoding, body, refused } = encodedBody(this.random, json);
      headers['content-type'] = type;
      if (encoding) headers['content-encoding'] = encoding;
      return refused ? { body, mustRefuse: true } : { body, json: JSON.parse(JSON.stringify(json)) };
    }
    if (how === 'mutated') json = mutated(this.random, json);
    if (how === 'mutated' && this.random.chance(0.2)) json = mutated(this.random, json);
    if (how === 'type') {
      headers['content-type'] = this.random.pick([
        'text/plain',
        'application/xml',
        'multipart/form-data; boundary=x',
        'application/x-www-form-urlencoded',
        'x',
        'application/jsonp',
      ]);
      return { body: JSON.stringify(json) };
    }
    return { body: JSON.stringify(json), json: JSON.parse(JSON.stringify(json)) };
  }
}

const parsed = (body) => ({ body, json: JSON.parse(body) });

const oddText = (random) => {
  const value = random.chance(0.6) ? random.pick(HOSTILE) : oddValue(random);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** Percent-encodes also what is no text (lone surrogates). */
const encoded = (text) => encodeURIComponent(text.toWellFormed());
