import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';

/**
 * Judges answers and bodies by an OpenAPI document. Schemas of answers are closed for this: a field that is not described
 * counts as a fault, although clients must accept new ones.
 */
export class Judge {
  #ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true });
  #validators = new Map();

  constructor(document) {
    this.document = document;
    addFormats.default(this.#ajv);
    this.#ajv.addSchema({ $id: 'document', components: { schemas: closed(document.components.schemas) } });
  }

  /** The operation that answers a method on a path template. */
  operation(method, template) {
    return this.document.paths[template]?.[method.toLowerCase()];
  }

  /**
   * What is wrong with an answer, or undefined.
   * @param {{status: number, headers: Record<string, unknown>, text: string}} answer
   */
  faultOf(operation, answer) {
    const declared = this.#response(operation, answer.status);
    if (!declared) return `status ${answer.status} is not documented`;
    if (!answer.headers['x-trace-id']) return 'no X-Trace-Id';
    const type = String(answer.headers['content-type'] ?? '').split(';')[0];
    if (!declared.content) return answer.text === '' ? undefined : `a body where none is documented (${type})`;
    const media = declared.content[type];
    if (!media) return `content type ${type || '(none)'}, documented ${Object.keys(declared.content).join()}`;
    if (!type.endsWith('json')) return undefined;
    return this.#bodyFault(media.schema, answer) ?? problemFault(answer);
  }

  /** Why a body does not fit the documented request, or undefined. */
  requestFault(operation, body) {
    const schema = operation.requestBody?.content['application/json']?.schema;
    return schema && this.#check(schema, body);
  }

  #bodyFault(schema, { text }) {
    let body;
    try {
      body = JSON.parse(text);
    } catch {
      return 'the body is not JSON';
    }
    return this.#check(schema, body);
  }

  #check(schema, value) {
    const key = JSON.stringify(schema);
    if (!this.#validators.has(key)) {
      const located = JSON.parse(key.replaceAll('"#/components/', '"document#/components/'));
      this.#validators.set(key, this.#ajv.compile(closed(located)));
    }
    const validate = this.#validators.get(key);
    if (validate(value)) return undefined;
    const [{ instancePath, message, params }] = validate.errors;
    return `${instancePath || '/'} ${message} ${JSON.stringify(params)}`;
  }

  #response(operation, status) {
    const response = operation.responses[String(status)];
    return response?.$ref ? this.document.components.responses[response.$ref.split('/').at(-1)] : response;
  }
}

function problemFault({ status, headers, text }) {
  if (status < 400) return undefined;
  const problem = JSON.parse(text);
  if (problem.status !== status) return `the problem says ${problem.status}`;
  if (problem.traceId !== headers['x-trace-id']) return 'the problem names another trace';
  return undefined;
}

/** A copy in which every object with named properties admits no other. */
function closed(schema) {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== 'object') return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, each]) => [key, closed(each)]));
  if (copy.type === 'object' && copy.properties && !('additionalProperties' in copy)) copy.additionalProperties = false;
  return copy;
}
