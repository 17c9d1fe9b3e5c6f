import { describe, expect, it } from '@jest/globals';
import { answerToArguments } from './program-arguments.js';

const said = (...words: string[]) => answerToArguments('/app/dist/programs/intake.js', words);

describe('the arguments of a program', () => {
  it('are none: it starts', () => {
    expect(said()).toBeUndefined();
  });

  it('may ask for help and for the version', () => {
    expect(said('--help')).toMatchObject({ code: 0 });
    expect(said('--help')?.text).toContain('usage: node intake.js');
    expect(said('--version')?.text).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('are nothing else: it ends with 2', () => {
    expect(said('--port', '3000')).toMatchObject({ code: 2 });
    expect(said('--port', '3000')?.text).toContain('unknown argument --port');
  });
});
