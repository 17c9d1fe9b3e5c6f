import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { eventually, testProfile } from '#testing';
import {
  CONTACTS,
  isDispatchOpen,
  mayLearn,
  stateOf,
  type Contact,
  type Happening,
  type Told,
} from './disclosure-oracle.js';
import { learns, withoutDispatched } from './learnt.js';
import { Actors } from './restriction-play.js';
import { Stores } from './stores.js';
import { World } from './world.js';

jest.setTimeout(60_000);

/** On the cluster an act is seen by all only a while later, and each waits for the one before. */
const CLUSTER = testProfile() === 'cluster';
const RUNS = CLUSTER ? 8 : 60;
const READERS = [...CONTACTS, 'clerk', 'leader', 'panel', 'assist'];
/** What a reader does that waits for events to arrive, at most. */
const ARRIVING = { withinMs: 10_000, everyMs: 150 };

let world: World;
let actors: Actors;
let stores: Stores;
beforeAll(async () => {
  world = await World.start({ QIJING_SIGN_IN_PER_MINUTE: '10000' });
  stores = await Stores.open(world.system.database);
  actors = await Actors.of(world);
}, 120_000);
afterAll(async () => {
  await stores?.close();
  await world?.system.stop();
}, 60_000);

const contact = fc.option(fc.constantFrom<Contact>(...CONTACTS), { nil: undefined });
const tolds: fc.Arbitrary<Told> = fc
  .record({
    by: fc.constantFrom('m.boss', 'm.aide', 'operator'),
    type: fc.constantFrom('E101', 'E102'),
    suspected: fc.boolean(),
    named: contact,
  })
  // Whom the desk names of what the report itself suspects, or of another enterprise, is another story.
  .map(({ named, ...told }) => ({
    ...told,
    ...(named && !(told.by === 'operator' && told.suspected) && named !== 'm.rival' && { named }),
  }));
const happenings = fc.oneof(
  { weight: 2, arbitrary: fc.record({ act: fc.constant('restrict' as const), contact }) },
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constantFrom('suspect', 'told-again', 'propose', 'approve', 'propose', 'approve', 'disable', 'enable'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('release' as const),
      reason: fc.constantFrom('engaged', 'conflict_of_interest'),
    }),
  },
) as fc.Arbitrary<Happening>;

describe('restriction of disclosure, whatever happens in whatever order', () => {
  it('shows every reader by every way exactly what the rules say', async () => {
    const sequences = fc.array(happenings, { minLength: 2, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(tolds, sequences, fc.nat(), async (told, sequence, where) => {
        const played = await actors.report(told);
        if (CLUSTER) await stores.settled();
        const looks = new Set([where % (sequence.length + 1), sequence.length]);
        const happened: Happening[] = [];
        const look = async (): Promise<void> => {
          if (!looks.has(happened.length)) return;
          const open = isDispatchOpen(told, happened);
          const wanted = READERS.map((reader) => [reader, mayLearn(told, happened, reader)]);
          await eventually(async () => {
            const learnt = await Promise.all(
              READERS.map(async (reader) => {
                const found = await learns(world, played.incident, reader);
                return [reader, open && reader !== 'm.rival' ? withoutDispatched(found) : found];
              }),
            );
            expect(learnt).toEqual(wanted);
          }, ARRIVING);
        };
        try {
          await look();
          for (const happening of sequence) {
            await played.play(happening);
            if (CLUSTER) await stores.settled();
            happened.push(happening);
            await look();
          }
        } finally {
          await played.end();
        }
      }),
      { numRuns: RUNS, verbose: 1 },
    );
  }, 240_000);

  it('is a rule that differs: what is told and what happens changes who may know', () => {
    const told: Told = { by: 'm.boss', type: 'E101', suspected: false };
    const states = [[], ['suspect'], ['suspect', 'propose', 'approve'], ['suspect', 'propose', 'suspect', 'approve']];
    expect(
      states.map(
        (acts) =>
          stateOf(
            told,
            acts.map((act) => ({ act }) as Happening),
          ).restricted,
      ),
    ).toEqual([false, true, false, true]);
  });
});
