import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { IsOptional, validateSync } from 'class-validator';
import { readerOf } from './compiled-check.js';
import { Line, Prose } from './fields.js';
import { patternOf } from './text-rules.js';

class Letter {
  @Line(20) name!: string;
  @Prose(40) words!: string;
  @IsOptional() @Line(20, { mayBeBlank: true }) post?: string;
}
const letter = { name: '王敏', words: '仓库被盗\r\n\t铜料 👮‍♀️' };
const read = readerOf(Letter, 'request');

/** Which rules class-validator names for a field. */
const rulesAgainst = (body: object): string[] =>
  validateSync(plainToInstance(Letter, body)).flatMap(({ constraints }) => Object.keys(constraints ?? {}));
const documented: Readonly<Record<string, RegExp>> = {
  name: new RegExp(patternOf('line', false), 'u'),
  words: new RegExp(patternOf('prose', false), 'u'),
  post: new RegExp(patternOf('line', true), 'u'),
};

const CONTROLS = [...'\u0000\u0007\u001b\u007f\u0085\ufffe\uffff'];
const BREAKS = ['\n', '\t', '\r\n', '\u2028', '\u2029'];
const DIRECTIONS = [...'\u061c\u200e\u200f\u202a\u202e\u2066\u2069'];
const BLANKS = [
  '', ' ', '\u3000', '\u00a0', '\u1680', '\u2003', '\u200b', '\u2060', '\ufeff', '\u3164', '\uffa0', '\u115f', '\u2800', '\u00ad',
  '\u034f', '\ufe0f', '\u180e', '\u{e0020}', '\u{1d159}', ' \u200d\u3164 ',
]; // prettier-ignore
const cases: [field: string, value: string, rule: string | undefined][] = [
  ...['name', 'words', 'post'].flatMap((field) =>
    [...CONTROLS.map((each) => `甲${each}乙`), '甲\ud83d', '\udc6e乙'].map((value): [string, string, string] => [
      field,
      value,
      field === 'words' ? 'isProse' : 'isLine',
    ]),
  ),
  ...['name', 'post'].flatMap((field) =>
    [...BREAKS, ...DIRECTIONS].map((each): [string, string, string] => [field, `甲${each}乙`, 'isLine']),
  ),
  ...[...BREAKS, ...DIRECTIONS].map((each): [string, string, undefined] => ['words', `甲${each}乙`, undefined]),
  ['words', '甲\r乙', 'isProse'],
  ...['name', 'words'].flatMap((field) => BLANKS.map((each): [string, string, string] => [field, each, 'isNotEmpty'])),
  ...['', ' ', '\u3164'].map((each): [string, string, undefined] => ['post', each, undefined]),
  ...['(', '👮‍♀️', '\u0301', 'e\u0301', '👨‍👩‍👧', '𠮷'].map((each): [string, string, undefined] => ['name', each, undefined]),
];

describe('a text field', () => {
  it.each(cases)('%s = %j: %s', (field, value, rule) => {
    const body = { ...letter, [field]: value };
    expect(rulesAgainst(body)).toEqual(rule === undefined ? [] : [rule]);
    expect(read(body) !== undefined).toBe(rule === undefined);
    // The document takes what is taken; what only whole characters or far planes tell, it cannot say.
    if (rule === undefined) expect(documented[field]?.test(value)).toBe(true);
    if (rule !== undefined && !/[\p{Cs}\u{10000}-\u{10ffff}\r]/u.test(value)) {
      expect(documented[field]?.test(value)).toBe(false);
    }
  });

  it.each([7, true, {}, ['x'], undefined, null])('%j is no text', (value) => {
    expect(read({ ...letter, name: value })).toBeUndefined();
    expect(rulesAgainst({ ...letter, name: value })).toContain('isString');
  });
});
