import { describe, expect, it } from '@jest/globals';
import type { Entry } from './entry';
import { Outbox, type Surroundings } from './outbox';

class Refused extends Error {}

/** A server that answers as told, and a phone that remembers. */
class World implements Surroundings<string> {
  stored: readonly Entry<string>[] = [];
  readonly attempts: [deed: string, key: string][] = [];
  readonly confirmed: string[] = [];
  answers: (Error | undefined)[] = [];
  waits: { ms: number; work: () => void }[] = [];
  private keys = 0;

  load = () => this.stored;
  save = (entries: readonly Entry<string>[]) => (this.stored = JSON.parse(JSON.stringify(entries)) as Entry<string>[]);
  send = (deed: string, key: string): Promise<void> => {
    this.attempts.push([deed, key]);
    const error = this.answers.shift();
    return error ? Promise.reject(error) : Promise.resolve();
  };
  isPassing = (error: unknown) => !(error instanceof Refused);
  wordsOf = (error: unknown) => (error as Error).message;
  newKey = () => `key-${(this.keys += 1)}`;
  later = (ms: number, work: () => void) => void this.waits.push({ ms, work });
  changed = () => undefined;
  sent = (deed: string) => void this.confirmed.push(deed);
  settle = () => new Promise((resolve) => setImmediate(resolve));
  states = () => this.stored.map(({ deed, state }) => `${deed} ${state}`);
}

describe('what is kept until it has arrived', () => {
  it('keeps a deed until the server has confirmed it, and sends in order', async () => {
    const world = new World();
    const outbox = new Outbox(world);
    outbox.add('acknowledge');
    expect(world.states()).toEqual(['acknowledge sending']);
    outbox.add('depart');
    await world.settle();
    expect([world.confirmed, world.stored]).toEqual([['acknowledge', 'depart'], []]);
    expect(world.attempts).toEqual([
      ['acknowledge', 'key-1'],
      ['depart', 'key-2'],
    ]);
  });

  it('sends again under the same key, more and more patiently, and nothing overtakes', async () => {
    const world = new World();
    world.answers = [new Error('no answer'), new Error('no answer')];
    const outbox = new Outbox(world);
    outbox.add('acknowledge');
    outbox.add('depart');
    await world.settle();
    expect(world.states()).toEqual(['acknowledge waiting', 'depart waiting']);
    world.waits[0]?.work();
    await world.settle();
    world.waits[1]?.work();
    await world.settle();
    expect(world.attempts.map(([deed, key]) => `${deed} ${key}`)).toEqual([
      'acknowledge key-1',
      'acknowledge key-1',
      'acknowledge key-1',
      'depart key-2',
    ]);
    expect(world.waits.map(({ ms }) => ms)).toEqual([2_000, 4_000]);
    expect(world.stored).toEqual([]);
  });

  it('survives a closed page: what was under way is sent again under its key', async () => {
    const world = new World();
    world.stored = [{ key: 'old', deed: 'feedback', state: 'sending' }];
    await new Outbox(world).drain();
    expect([world.attempts, world.stored]).toEqual([[['feedback', 'old']], []]);
  });

  it('keeps what was refused until it is discarded, and lets others pass', async () => {
    const world = new World();
    world.answers = [new Refused('已由他人签收')];
    const outbox = new Outbox(world);
    outbox.add('acknowledge');
    outbox.add('feedback');
    await world.settle();
    expect(world.stored).toEqual([{ key: 'key-1', deed: 'acknowledge', state: 'refused', refusal: '已由他人签收' }]);
    expect(world.confirmed).toEqual(['feedback']);
    outbox.discard('key-1');
    expect(world.stored).toEqual([]);
  });

  it('cannot be made to forget what still waits', async () => {
    const world = new World();
    world.answers = [new Error('no answer')];
    const outbox = new Outbox(world);
    outbox.add('complete');
    await world.settle();
    outbox.discard('key-1');
    expect(world.states()).toEqual(['complete waiting']);
  });

  it('says that an attempt got no answer, also of one that a closed page left under way', async () => {
    const world = new World();
    world.answers = [new Error('no answer')];
    new Outbox(world).add('report');
    await world.settle();
    expect(world.stored).toEqual([{ key: 'key-1', deed: 'report', state: 'waiting', unanswered: true }]);
    world.stored = [{ key: 'old', deed: 'report', state: 'sending' }];
    let shown: readonly Entry<string>[] = [];
    new Outbox({ ...world, changed: (entries) => void (shown = entries) });
    expect(shown).toEqual([{ key: 'old', deed: 'report', state: 'waiting', unanswered: true }]);
  });

  it('gives back what somebody wants to change: it is not sent again, and what is sent then has a key of its own', async () => {
    const world = new World();
    world.answers = [new Error('no answer')];
    const outbox = new Outbox(world);
    outbox.add('as it was');
    await world.settle();
    outbox.takeBack();
    expect(world.stored).toEqual([]);
    world.waits[0]?.work();
    outbox.add('as it is');
    await world.settle();
    expect(world.attempts).toEqual([
      ['as it was', 'key-1'],
      ['as it is', 'key-2'],
    ]);
  });

  it('hands the answer on', async () => {
    const world = new World();
    const answers: [string, string][] = [];
    const outbox = new Outbox<string, string>({
      ...world,
      send: (deed) => Promise.resolve(`${deed}: taken`),
      sent: (deed, answer) => void answers.push([deed, answer]),
    });
    outbox.add('report');
    await world.settle();
    expect(answers).toEqual([['report', 'report: taken']]);
  });
});
