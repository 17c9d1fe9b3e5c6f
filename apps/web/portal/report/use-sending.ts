import { useQueryClient } from '@tanstack/vue-query';
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import { api, data, type Schemas } from '../../kit/api/client';
import { Problem } from '../../kit/api/problem';
import { KEYS } from '../../kit/api/queries';
import { useLocker } from '../../kit/phone/draft';
import { keepDraining, openOutbox } from '../../kit/sending/use-kept';
import type { ReportBody } from './report-form';

export type Receipt = Schemas['ReportReceipt'];

const RECEIPTS = 'report.receipts';
const MOST_RECEIPTS = 10;

/** `sending`: the first attempt; `waiting`: no answer yet, tried again by itself. */
export type SendingState = 'idle' | 'sending' | 'waiting';

/** Sends a report, also one that an earlier page could not get through. */
export function useSending(arrived: (receipt: Receipt) => void): {
  state: ComputedRef<SendingState>;
  problem: Ref<Problem | undefined>;
  send(body: ReportBody): void;
  again(): void;
  /** Takes the report back for a change; the next attempt is a report of its own. */
  edit(): void;
} {
  const locker = useLocker();
  const queries = useQueryClient();
  const problem = ref<Problem>();

  async function post(body: ReportBody, key: string): Promise<Receipt> {
    problem.value = undefined;
    try {
      return await data(api.POST('/api/v1/reports', { params: { header: { 'Idempotency-Key': key } }, body }));
    } catch (error) {
      problem.value = error instanceof Problem && error.status > 0 ? error : undefined;
      throw error;
    }
  }
  const outbox = openOutbox<ReportBody, Receipt>('report.outbox', post, (_body, receipt) => {
    locker.put(RECEIPTS, [receipt, ...receiptsOf(locker)].slice(0, MOST_RECEIPTS));
    void queries.invalidateQueries({ queryKey: [KEYS.files] });
    arrived(receipt);
  });
  // What was refused stands in the form, with the reason above the button: it is sent anew when it is put right.
  watch(
    outbox.entries,
    (entries) => {
      for (const { key, state } of entries) if (state === 'refused') outbox.discard(key);
    },
    { flush: 'sync' },
  );
  keepDraining(outbox);

  return {
    state: computed(() => {
      const [entry] = outbox.entries.value;
      if (!entry) return 'idle';
      return entry.unanswered ? 'waiting' : 'sending';
    }),
    problem,
    send: outbox.add,
    again: outbox.drain,
    edit: () => {
      problem.value = undefined;
      outbox.takeBack();
    },
  };
}

/** Receipts of reports that were sent from this phone, newest first. */
export const receiptsOf = (locker: ReturnType<typeof useLocker>): Receipt[] => locker.get<Receipt[]>(RECEIPTS) ?? [];
