import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { Looks } from './looks';

let seen: string[][];
let looks: Looks;
beforeEach(() => {
  jest.useFakeTimers();
  seen = [];
  looks = new Looks((ids) => seen.push(ids));
});
afterEach(() => {
  looks.stop();
  jest.useRealTimers();
});

it('looks soon, and again for a while, because the file may come after the news', () => {
  looks.want('a');
  jest.advanceTimersByTime(150);
  expect(seen).toEqual([['a']]);
  jest.advanceTimersByTime(5_000);
  expect(seen).toEqual([['a'], ['a'], ['a'], ['a']]);
  expect(jest.getTimerCount()).toBe(0);
});

it('lets no incident wait for the looks at another one', () => {
  looks.want('a');
  jest.advanceTimersByTime(450);
  looks.want('b');
  seen.length = 0;
  jest.advanceTimersByTime(200);
  expect(seen.flat()).toContain('b');
});

it('asks for what is due together in one call', () => {
  looks.want('a');
  looks.want('b');
  jest.advanceTimersByTime(150);
  expect(seen).toEqual([['a', 'b']]);
});

it('looks once more at what it is told of again', () => {
  looks.want('a');
  jest.advanceTimersByTime(1_000);
  looks.want('a');
  jest.advanceTimersByTime(5_000);
  expect(seen).toHaveLength(7);
});

it('looks no more at what it has found', () => {
  looks.want('a');
  looks.want('b');
  jest.advanceTimersByTime(150);
  looks.found('a');
  jest.advanceTimersByTime(5_000);
  expect(seen).toEqual([['a', 'b'], ['b'], ['b'], ['b']]);
  looks.want('a');
  jest.advanceTimersByTime(150);
  looks.found('a');
  expect(jest.getTimerCount()).toBe(0);
});
