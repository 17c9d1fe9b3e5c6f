import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#testing';
import type { FileSeen, Receipt } from '../../apps/standalone/src/demo/seen.js';
import type { Session } from '../kit/api.mjs';
import { openStage, type Stage } from './stage.js';
import { told } from './stories.js';

const LONG_MS = 180_000;
const REPORTERS = 4;
/** Reports that are acknowledged before and after a disturbance, at least. */
const BEFORE = 60;

describe('restarts', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, LONG_MS);
  afterAll(() => stage.close(), LONG_MS);

  /** Reports until told to stop; what gets no answer is sent again under the same key. */
  async function reportUntil(stop: AbortSignal, session: Session, receipts: Receipt[]): Promise<void> {
    while (!stop.aborted) receipts.push(await session.post<Receipt>('reports', told('E101', '仓库失窃')));
  }

  /** Several reporters at once; the disturbance comes while they report. Answers what was acknowledged. */
  async function load(disturb: () => Promise<void>): Promise<Receipt[]> {
    const session = await stage.signIn('operator');
    const stop = new AbortController();
    const receipts: Receipt[] = [];
    const atLeast = (count: number) =>
      eventually(() => expect(receipts.length).toBeGreaterThanOrEqual(count), { withinMs: 30_000 });
    const reporters = Array.from({ length: REPORTERS }, () => reportUntil(stop.signal, session, receipts));
    await atLeast(BEFORE);
    await disturb();
    await atLeast(receipts.length + BEFORE);
    stop.abort();
    await Promise.all(reporters);
    return receipts;
  }

  /** Every acknowledged report is there once, with a decision for each slot of its plan. */
  async function nothingLost(receipts: readonly Receipt[]): Promise<void> {
    const operator = await stage.town.operator();
    expect(new Set(receipts.map(({ number }) => number)).size).toBe(receipts.length);
    const decided = ({ dispatch }: FileSeen) => dispatch !== undefined && dispatch.slots.length === 3;
    for (const { incidentId } of receipts) {
      const { dispatch, assignments } = await operator.waitsFor(incidentId, decided);
      expect(assignments.length + (dispatch?.gaps.length ?? 0)).toBe(3);
    }
  }

  it(
    'kill -9 under load loses nothing that was acknowledged and doubles nothing',
    async () => {
      const receipts = await load(() => stage.killAndRestart());
      await nothingLost(receipts);
    },
    LONG_MS,
  );

  it(
    'an orderly stop and a second start lose nothing',
    async () => {
      const receipts = await load(() => stage.restart());
      await nothingLost(receipts);
    },
    LONG_MS,
  );
});
