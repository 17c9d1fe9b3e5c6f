import { describe, expect, it } from '@jest/globals';
import { defineRefusal, Refusal } from './refusal.js';

const wrongState = defineRefusal({
  code: 'assignment.wrong-state',
  kind: 'conflict',
  zh: '当前状态 {state} 不能{act}',
  en: 'Cannot {act} while {state}',
});
const notFound = defineRefusal({ code: 'report.not-found', kind: 'not-found', zh: '没有该报警', en: 'No such report' });

describe('defineRefusal', () => {
  it('fills parameters into both texts, per language where the value differs', () => {
    const refusal = wrongState({ state: 'COMPLETED', act: { zh: '签收', en: 'acknowledge' } }, '/state');
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({
      code: 'assignment.wrong-state',
      kind: 'conflict',
      pointer: '/state',
      messages: { zh: '当前状态 COMPLETED 不能签收', en: 'Cannot acknowledge while COMPLETED' },
    });
    expect(refusal.message).toBe('assignment.wrong-state: Cannot acknowledge while COMPLETED');
  });

  it('needs no parameters where the texts name none, and recognises its own refusals', () => {
    expect(notFound.is(notFound())).toBe(true);
    expect(notFound.is(wrongState({ state: 'A', act: 'b' }))).toBe(false);
    expect(notFound.is(new Error('report.not-found'))).toBe(false);
  });

  it('never takes a value from the prototype and never expands a value again', () => {
    const odd = defineRefusal({ code: 'a.b', kind: 'invalid', zh: '{toString}', en: '{x}' });
    expect(odd({ toString: 'T', x: '{toString}$&' }).messages).toEqual({ zh: 'T', en: '{toString}$&' });
  });

  it('refuses a code that is not dotted', () => {
    expect(() => defineRefusal({ code: 'Oops', kind: 'invalid', zh: '', en: '' })).toThrow('Not a dotted code');
  });

  it('makes the compiler ask for the parameters named in the texts', () => {
    // @ts-expect-error `act` is missing
    expect(wrongState({ state: 'A' }).messages.en).toBe('Cannot {act} while A');
  });
});
