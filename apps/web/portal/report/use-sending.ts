import { useQueryClient } from '@tanstack/vue-query';
import { v7 } from 'uuid';
import { onScopeDispose, ref, type Ref } from 'vue';
import { api, data, type Schemas } from '../../kit/api/client';
import { isPassing, isSignedOut, Problem } from '../../kit/api/problem';
import { KEYS } from '../../kit/api/queries';
import { useLocker } from '../../kit/phone/draft';
import type { ReportBody } from './report-form';

export type Receipt = Schemas['ReportReceipt'];

/** A report on its way: kept with its key until the server has answered, so that it arrives once however often it is sent. */
interface Parcel {
  readonly key: string;
  readonly body: ReportBody;
}

const PARCEL = 'report.sending';
const RECEIPTS = 'report.receipts';
const MOST_RECEIPTS = 10;
const RETRY_MS = 4_000;

/** `sending`: the first attempt; `waiting`: no answer yet, tried again by itself. */
export type SendingState = 'idle' | 'sending' | 'waiting';

/** Sends a report, also one that an earlier page could not get through. */
export function useSending(arrived: (receipt: Receipt) => void): {
  state: Ref<SendingState>;
  problem: Ref<Problem | undefined>;
  send(body: ReportBody): void;
  again(): void;
  /** Takes the report back for a change; the next attempt is a report of its own. */
  edit(): void;
} {
  const locker = useLocker();
  const queries = useQueryClient();
  const state = ref<SendingState>('idle');
  const problem = ref<Problem>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay = false;

  async function attempt(): Promise<void> {
    const parcel = locker.get<Parcel>(PARCEL);
    if (!parcel || underWay) return;
    underWay = true;
    clearTimeout(timer);
    try {
      const params = { header: { 'Idempotency-Key': parcel.key } };
      done(await data(api.POST('/api/v1/reports', { params, body: parcel.body })));
    } catch (error) {
      failed(error);
    } finally {
      underWay = false;
    }
  }
  function done(receipt: Receipt): void {
    locker.put(PARCEL, undefined);
    locker.put(RECEIPTS, [receipt, ...receiptsOf(locker)].slice(0, MOST_RECEIPTS));
    state.value = 'idle';
    void queries.invalidateQueries({ queryKey: [KEYS.files] });
    arrived(receipt);
  }
  function failed(error: unknown): void {
    if (!(error instanceof Problem)) throw error;
    if (error.code === 'idempotency.in-progress' || isPassing(error) || isSignedOut(error)) {
      state.value = 'waiting';
      problem.value = error.status > 0 ? error : undefined;
      timer = setTimeout(() => void attempt(), RETRY_MS);
      return;
    }
    locker.put(PARCEL, undefined);
    problem.value = error;
    state.value = 'idle';
  }
  function begin(as: SendingState): void {
    state.value = as;
    problem.value = undefined;
    void attempt();
  }
  const retry = (): void => void attempt();
  addEventListener('online', retry);
  onScopeDispose(() => {
    clearTimeout(timer);
    removeEventListener('online', retry);
  });
  if (locker.get<Parcel>(PARCEL)) begin('waiting');

  return {
    state,
    problem,
    send: (body) => {
      locker.put(PARCEL, { key: v7(), body } satisfies Parcel);
      begin('sending');
    },
    again: () => begin('waiting'),
    edit: () => {
      clearTimeout(timer);
      locker.put(PARCEL, undefined);
      state.value = 'idle';
    },
  };
}

/** Receipts of reports that were sent from this phone, newest first. */
export const receiptsOf = (locker: ReturnType<typeof useLocker>): Receipt[] => locker.get<Receipt[]>(RECEIPTS) ?? [];
