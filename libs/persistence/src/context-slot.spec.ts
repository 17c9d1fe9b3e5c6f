import { describe, expect, it } from '@jest/globals';
import { capturedContext, ContextSlot } from './context-slot.js';

describe('ContextSlot', () => {
  const name = new ContextSlot<string>();
  const count = new ContextSlot<number>();

  it('holds a value for the work and all it awaits, beside the values of other slots', async () => {
    expect([name.get(), count.get()]).toEqual([undefined, undefined]);
    await name.run('a', () =>
      count.run(1, async () => {
        await new Promise((resolve) => setImmediate(resolve));
        expect([name.get(), count.get()]).toEqual(['a', 1]);
        name.run('b', () => expect([name.get(), count.get()]).toEqual(['b', 1]));
        name.run(undefined, () => expect([name.get(), count.get()]).toEqual([undefined, 1]));
        expect(name.get()).toBe('a');
      }),
    );
    expect(name.get()).toBeUndefined();
  });

  it('can be captured and entered again from elsewhere', () => {
    const inside = name.run('kept', () => capturedContext());
    name.run('other', () => inside(() => expect(name.get()).toBe('kept')));
    const outside = capturedContext();
    name.run('other', () => outside(() => expect(name.get()).toBeUndefined()));
  });
});
