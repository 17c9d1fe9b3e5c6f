import { describe, expect, it } from '@jest/globals';
import { areNumbers, inAskedOrder, missingIn } from './details';

const field = (name: string, more: object = {}) =>
  ({ name, type: 'string', required: false, label: { zh: name, en: name }, ...more }) as const;
const fraud = {
  fields: [field('contact'), field('payments'), field('channel'), field('payeeAccount', { former: true as const })],
  ask: ['payments', 'contact'],
  complete: ['payments'],
};
const names = (fields: readonly { name: string }[]) => fields.map(({ name }) => name);

describe('fields of a type', () => {
  it('stand in the order in which they are asked, those of former reports not at all', () => {
    expect(names(inAskedOrder(fraud))).toEqual(['payments', 'contact', 'channel']);
  });

  it('are missing until they are told, in former fields as well', () => {
    expect(names(missingIn(fraud, { contact: '短信' }))).toEqual(['payments']);
    expect(missingIn(fraud, { payments: [{ amountFen: 1 }] })).toEqual([]);
    expect(missingIn(fraud, { payeeAccount: '6222' })).toEqual([]);
  });

  it('hold numbers, however deep', () => {
    expect(areNumbers({ a: 1, list: [{ b: 2 }], text: 'x' })).toBe(true);
    expect(areNumbers({ list: [{ b: Number.NaN }] })).toBe(false);
  });
});
