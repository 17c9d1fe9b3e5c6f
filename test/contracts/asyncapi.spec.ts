import { describe, expect, it } from '@jest/globals';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import asyncapi from '@asyncapi/parser';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { EVENTS, STREAMS } from '#contracts';
import { saidTwice } from './documents.js';

interface Document {
  channels: Record<string, { address: string; messages: Record<string, object> }>;
  components: {
    messages: Record<string, { name: string; payload: { $ref: string } }>;
    schemas: Record<string, { title: string; properties: object; required: string[] }>;
  };
}

const text = readFileSync(new URL('../../docs/events/asyncapi.yaml', import.meta.url), 'utf8');
const document = parse(text) as Document;
const samples = new URL('../../libs/contracts/samples/', import.meta.url);

describe('the AsyncAPI document', () => {
  it('is valid AsyncAPI 3.0', async () => {
    const { document: parsed, diagnostics } = await new asyncapi.Parser().parse(text);
    expect(diagnostics.filter(({ severity }) => Number(severity) === 0)).toEqual([]);
    expect(parsed?.version()).toBe('3.0.0');
  });

  it('has a channel per stream and a message per event', () => {
    const addresses = Object.values(document.channels).map(({ address }) => address);
    expect(addresses).toEqual(STREAMS.map(({ name }) => `{prefix}${name}`));
    const types = Object.values(document.components.messages).map(({ name }) => name);
    expect(types.sort()).toEqual([...EVENTS.keys()].sort());
    const inChannels = Object.values(document.channels).flatMap(({ messages }) => Object.keys(messages));
    expect(inChannels).toHaveLength(EVENTS.size);
  });

  it('has a title for every schema, by which generators name their classes', () => {
    for (const [name, schema] of Object.entries(document.components.schemas)) expect(schema.title).toBe(name);
  });

  it('says no list of words twice', () => {
    expect(saidTwice(document)).toEqual([]);
  });

  it('describes payloads that the recorded samples fit, and that no other fits without its required fields', () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    ajv.addSchema({ $id: 'events', components: document.components });
    for (const file of readdirSync(samples)) {
      const sample = JSON.parse(readFileSync(new URL(file, samples), 'utf8')) as Record<string, unknown>;
      const type = file.replace(/\.json$/, '');
      const event = Object.entries(document.components.messages).find(([, { name }]) => name === type)?.[0] ?? '';
      const validate = ajv.getSchema(`events#/components/schemas/${event}`);
      expect([type, validate?.(sample), validate?.errors]).toEqual([type, true, null]);
      for (const field of document.components.schemas[event]?.required ?? []) {
        const { [field]: _left, ...rest } = sample;
        expect([type, field, validate?.(rest)]).toEqual([type, field, false]);
      }
    }
  });
});
