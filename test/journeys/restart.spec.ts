import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '#testing';
import { ApiProblem, ApiSession } from '../../apps/standalone/src/demo/api-session.js';
import type { FileSeen, Receipt } from '../../apps/standalone/src/demo/town.js';
import { openStage, type Stage } from './stage.js';
import { told } from './stories.js';

const LONG_MS = 180_000;
const REPORTERS = 4;
/** Reports that are acknowledged before and after a disturbance, at least. */
const BEFORE = 60;

/** Lets an attempt without an answer be repeated after a moment; a refusal is a fault of the test. */
async function notAnswered(error: unknown): Promise<undefined> {
  const underWay = error instanceof ApiProblem && error.code === 'idempotency.in-progress';
  if (error instanceof ApiProblem && error.status < 500 && !underWay) throw error;
  await sleep(50);
}

describe('restarts', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, LONG_MS);
  afterAll(() => stage.close(), LONG_MS);

  /** Reports until told to stop; what gets no answer is sent again under the same key. */
  async function reportUntil(stop: AbortSignal, session: ApiSession, receipts: Receipt[]): Promise<void> {
    while (!stop.aborted) {
      const key = randomUUID();
      for (let receipt: Receipt | undefined; !receipt;) {
        receipt = await session.post<Receipt>('reports', told('E101', '仓库失窃'), key).catch(notAnswered);
        if (receipt) receipts.push(receipt);
      }
    }
  }

  /** Several reporters at once; the disturbance comes while they report. Answers what was acknowledged. */
  async function load(disturb: () => Promise<void>): Promise<Receipt[]> {
    const session = await ApiSession.signIn(stage.baseUrl, 'operator', stage.password);
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
