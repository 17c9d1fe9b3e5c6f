import { describe, expect, it } from '@jest/globals';
import { INCIDENT_TYPES } from './index.js';
import { NARRATIVES } from './narratives.fixture.js';
import { suggest } from './suggest.js';

const told = Object.entries(NARRATIVES).flatMap(([code, texts]) => texts.map((text) => ({ code, text })));
const codesFor = (text: string): string[] => suggest(text).map(({ type }) => type.code);

describe('the types that words point to', () => {
  it('hold the right one among three for four narratives of five, of two hundred', () => {
    const right = told.filter(({ code, text }) => codesFor(text).includes(code));
    expect(told.length).toBeGreaterThanOrEqual(200);
    expect(right.length / told.length).toBeGreaterThanOrEqual(0.8);
  });

  it('are told with the words that led there, the strongest first', () => {
    const [first] = suggest('服务器打不开，留着勒索病毒的说明');
    expect(first?.type.code).toBe('E111');
    expect(first?.words).toEqual(['勒索病毒', '病毒', '服务器', '打不开']);
  });

  it('are three at most, and none for words that say nothing, whatever their width', () => {
    for (const { text } of told) expect(suggest(text).length).toBeLessThanOrEqual(3);
    expect(suggest('请尽快联系我')).toEqual([]);
    expect(codesFor('ＱＱ群里有人冒充领导')).toEqual(codesFor('QQ群里有人冒充领导'));
  });

  it('are all but the one that is for what nobody can tell yet, each by words of one weight between 1 and 8', () => {
    expect(INCIDENT_TYPES.filter(({ words }) => Object.keys(words).length === 0).map(({ code }) => code)).toEqual([
      'E999',
    ]);
    const weights = INCIDENT_TYPES.flatMap(({ words }) => Object.values(words));
    expect(weights.filter((weight) => !Number.isInteger(weight) || weight < 1 || weight > 8)).toEqual([]);
  });
});
