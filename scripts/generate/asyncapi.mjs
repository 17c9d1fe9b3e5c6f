import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { inRoot } from '../lib/paths.mjs';
import { classSchema } from './class-schema.mjs';
import { docComments } from './doc-comments.mjs';
import { nameTypes, vocabularies } from './named-types.mjs';
import { sorted } from './stable.mjs';

const KEY_NAMES = { incident: 'incidentId', unit: 'unitId', enterprise: 'enterpriseId', account: 'accountId' };
const STREAMS_TOLD = {
  'incidents.v1': 'The whole life of an incident: report, dispatch, assignments, clocks, case, loss, advice, closing.',
  'units.v1': 'Duty, capability and position of units; compacted: the newest event per unit.',
  'enterprises.v1': 'The enterprise directory; compacted: the newest event per enterprise.',
  'accounts.v1': 'Accounts of the contacts of enterprises; compacted: the newest event per account.',
};

/** The AsyncAPI 3.0 document of the events as YAML: a channel per stream, a message per event class. */
export async function asyncApiText() {
  const contracts = await import(inRoot('dist/libs/contracts/src/index.js'));
  const comments = docComments('libs/contracts/src');
  const events = [...contracts.EVENTS.values()].sort((a, b) => (a.type < b.type ? -1 : 1));
  const { named, schemas: words } = nameTypes(payloadSchemas(events, comments), vocabularies(contracts));
  const schemas = { ...named, ...words };
  const document = {
    asyncapi: '3.0.0',
    info: {
      title: 'Qijing 企警快处: events',
      version: JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).version,
      description:
        'Facts in the past. CloudEvents 1.0 in Kafka binary mode: attributes in headers, the payload as JSON. Within a major version only optional fields are added; consumers ignore fields they do not know. Topic names carry the prefix of the deployment (`qijing.` by default).',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(contracts.STREAMS.map((stream) => [channelId(stream), channel(stream, events)])),
    operations: operations(events),
    components: {
      messages: Object.fromEntries(events.map((event) => [event.name, message(event)])),
      messageTraits: { cloudEvent: { headers: HEADERS } },
      schemas: sorted(schemas),
    },
  };
  return stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
}

const channelId = ({ name }) => name.replace(/\.v\d+$/, '');
const text = (description, more = {}) => ({ type: 'string', description, ...more });

const HEADERS = {
  type: 'object',
  required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_time', 'ce_subject', 'ce_sequence'],
  properties: {
    ce_specversion: text('Version of CloudEvents.', { const: '1.0' }),
    ce_id: text('Identifies the event; a repeated delivery has the same.', { format: 'uuid' }),
    ce_source: text('The service that publishes.'),
    ce_type: text('Name of the event with its major version.'),
    ce_time: text('When it was recorded.', { format: 'date-time' }),
    ce_subject: text('Key of the aggregate; also the key of the record.'),
    ce_sequence: text('Counts the events of one source about one subject, from 1.', { pattern: '^[1-9][0-9]*$' }),
    traceparent: text('W3C trace context of the request behind the event.'),
  },
};

function channel(stream, events) {
  const id = channelId(stream);
  const own = events.filter((event) => event.stream === stream);
  return {
    address: `{prefix}${stream.name}`,
    description: STREAMS_TOLD[stream.name] ?? stream.name,
    parameters: { prefix: { description: 'Prefix of the deployment.', default: 'qijing.', examples: ['qijing.'] } },
    messages: Object.fromEntries(own.map(({ name }) => [name, { $ref: `#/components/messages/${name}` }])),
    bindings: {
      kafka: {
        partitions: stream.partitions,
        topicConfiguration: { 'cleanup.policy': [stream.compacted ? 'compact' : 'delete'] },
        bindingVersion: '0.5.0',
      },
    },
    'x-key': KEY_NAMES[stream.aggregate] ?? id,
  };
}

/** One operation per service and stream it publishes on. */
function operations(events) {
  const found = {};
  for (const { source, stream, name } of events) {
    const id = channelId(stream);
    found[`${source}Publishes${id.charAt(0).toUpperCase()}${id.slice(1)}`] ??= {
      action: 'send',
      channel: { $ref: `#/channels/${id}` },
      summary: `What ${source} publishes on ${id}.`,
      messages: [],
    };
    const operation = found[`${source}Publishes${id.charAt(0).toUpperCase()}${id.slice(1)}`];
    operation.messages.push({ $ref: `#/channels/${id}/messages/${name}` });
  }
  return sorted(found);
}

function message(event) {
  const { name, type, description, source, stream } = event;
  const payload = JSON.parse(readFileSync(inRoot(`libs/contracts/samples/${type}.json`), 'utf8'));
  const key = payload[KEY_NAMES[stream.aggregate]];
  return {
    name: type,
    title: name.replace(/(?<=[a-z])(?=[A-Z])/g, ' '),
    summary: description,
    contentType: 'application/json',
    traits: [{ $ref: '#/components/messageTraits/cloudEvent' }],
    payload: { $ref: `#/components/schemas/${name}` },
    examples: [{ name: 'recorded', headers: sampleHeaders(type, source, key), payload }],
  };
}

function sampleHeaders(type, source, key) {
  return {
    ce_specversion: '1.0',
    ce_id: '019e48b2-0000-7000-8000-000000000001',
    ce_source: source,
    ce_type: type,
    ce_time: '2026-05-21T00:41:00.000Z',
    ce_subject: String(key ?? ''),
    ce_sequence: '1',
  };
}

/** The schemas of the events and of every part they hold, with the texts of their doc comments. */
function payloadSchemas(events, comments) {
  const schemas = {};
  const pending = [...events];
  const refer = (part) => {
    if (!pending.includes(part)) pending.push(part);
    return { $ref: `#/components/schemas/${part.name}` };
  };
  for (const target of pending) {
    const schema = classSchema(target, refer);
    schemas[target.name] = {
      title: target.name,
      description: target.description ?? comments.get(target.name)?.text,
      ...schema,
    };
    for (let owner = target; owner.name; owner = Object.getPrototypeOf(owner)) tell(schema, comments.get(owner.name));
  }
  return JSON.parse(JSON.stringify(schemas));
}

function tell(schema, comment) {
  for (const [field, description] of Object.entries(comment?.properties ?? {})) {
    const property = schema.properties[field];
    if (property && !('$ref' in property)) property.description ??= description;
  }
}
