import { useMutation } from '@tanstack/vue-query';
import { v7 } from 'uuid';
import { computed, watch, type ComputedRef } from 'vue';
import { pauseAfter, WATCHED } from '../sending/patience';
import { useSession } from '../session/session';
import { isPassing, isSignedOut, Problem } from './problem';

/** What every act sends along; a repeated attempt of the same act sends the same key. */
export interface ActHeader {
  readonly 'Idempotency-Key': string;
}

/** An act of a person: it is pending until the server has answered, never shown as done before. */
export interface Act<Input, Output> {
  /** Performs it; answers undefined when it was refused (see `problem`) or is still under way. */
  run(input: Input): Promise<Output | undefined>;
  /** Repeats the last attempt with the same key: safe after "no answer". */
  again(): Promise<Output | undefined>;
  readonly pending: ComputedRef<boolean>;
  /** Why the last attempt failed, in words for people. */
  readonly problem: ComputedRef<Problem | undefined>;
  /** Forgets the last problem. */
  reset(): void;
}

/**
 * An act with an idempotency key of its own. Passing failures (no answer, 429, 502…) are repeated with the same key a few
 * times; that nobody was signed in is forgotten as soon as somebody is.
 * @param perform calls the API; `header` goes into `params.header`
 * @param options `done` is called with the answer, e.g. to refresh what changed
 */
export function useAct<Input, Output>(
  perform: (input: Input, header: ActHeader) => Promise<{ data?: Output }>,
  options: { done?: (output: Output, input: Input) => void | Promise<void> } = {},
): Act<Input, Output> {
  let last: { input: Input; header: ActHeader } | undefined;
  const mutation = useMutation<Output, Error, { input: Input; header: ActHeader }>({
    mutationFn: async ({ input, header }) => (await perform(input, header)).data as Output,
    retry: (failures, error) => failures < WATCHED.times && isPassing(error),
    retryDelay: (failures) => pauseAfter(WATCHED, failures),
    networkMode: 'always',
  });
  const session = useSession();
  watch(
    () => session.state,
    (now) => now === 'in' && isSignedOut(mutation.error.value) && mutation.reset(),
  );
  const attempt = async (): Promise<Output | undefined> => {
    if (!last || mutation.isPending.value) return undefined;
    const { input } = last;
    try {
      const output = await mutation.mutateAsync(last);
      await options.done?.(output, input);
      return output;
    } catch (error) {
      if (error instanceof Problem) return undefined;
      throw error;
    }
  };
  return {
    run: (input) => {
      if (mutation.isPending.value) return Promise.resolve(undefined);
      last = { input, header: { 'Idempotency-Key': v7() } };
      return attempt();
    },
    again: attempt,
    pending: computed(() => mutation.isPending.value),
    problem: computed(() => (mutation.error.value instanceof Problem ? mutation.error.value : undefined)),
    reset: mutation.reset,
  };
}
