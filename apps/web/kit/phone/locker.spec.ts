import { describe, expect, it } from '@jest/globals';
import { forgetOldDrafts, Locker, type Shelf } from './locker';

/** A browser's storage, in memory. */
class Memory implements Shelf {
  private readonly items = new Map<string, string>();
  get length(): number {
    return this.items.size;
  }
  key = (index: number) => [...this.items.keys()][index] ?? null;
  getItem = (key: string) => this.items.get(key) ?? null;
  setItem = (key: string, value: string) => void this.items.set(key, value);
  removeItem = (key: string) => void this.items.delete(key);
}

describe('what a phone keeps', () => {
  it('is given back, and only to its account', () => {
    const shelf = new Memory();
    const mine = new Locker('a', shelf);
    mine.put('draft.feedback', { text: '侧门被撬' });
    expect(mine.get('draft.feedback')).toEqual({ text: '侧门被撬' });
    expect(new Locker('b', shelf).get('draft.feedback')).toBeUndefined();
    mine.put('draft.feedback', undefined);
    expect(shelf.length).toBe(0);
  });

  it('is emptied for one account and leaves everything else', () => {
    const shelf = new Memory();
    shelf.setItem('qijing.theme', 'dark');
    for (const account of ['a', 'b']) for (const name of ['one', 'two']) new Locker(account, shelf).put(name, 1);
    new Locker('a', shelf).empty();
    expect([new Locker('a', shelf).get('one'), new Locker('b', shelf).get('two')]).toEqual([undefined, 1]);
    expect(shelf.getItem('qijing.theme')).toBe('dark');
  });

  it('is nothing where it cannot be read', () => {
    const shelf = new Memory();
    shelf.setItem('qijing.a.outbox', '{half');
    expect(new Locker('a', shelf).get('outbox')).toBeUndefined();
  });

  it('keeps drafts until some minutes after the session, and what waits to be sent longer', () => {
    const shelf = new Memory();
    const mine = new Locker('a', shelf);
    for (const name of ['draft.feedback', 'draft.report', 'outbox'])
      for (const id of ['a', 'b']) new Locker(id, shelf).put(name, 1);
    mine.keepDraftsUntil(5_000, { anew: true });
    new Locker('b', shelf).keepDraftsUntil(9_000);
    expect(forgetOldDrafts(shelf, 5_000)).toEqual([]);
    // The session ended before its time; that it would have lasted longer counts no more.
    mine.keepDraftsUntil(1_000);
    mine.keepDraftsUntil(8_000);
    expect(forgetOldDrafts(shelf, 1_001)).toEqual(['a']);
    expect([mine.get('draft.feedback'), mine.get('draft.report'), mine.get('outbox')]).toEqual([
      undefined,
      undefined,
      1,
    ]);
    expect(new Locker('b', shelf).get('draft.feedback')).toBe(1);
    expect(forgetOldDrafts(shelf, 8_000)).toEqual([]);
    // Signed in again: they wait as long as the new session.
    mine.keepDraftsUntil(20_000, { anew: true });
    mine.put('draft.feedback', 2);
    expect(forgetOldDrafts(shelf, 9_001)).toEqual(['b']);
    expect(mine.get('draft.feedback')).toBe(2);
  });
});
