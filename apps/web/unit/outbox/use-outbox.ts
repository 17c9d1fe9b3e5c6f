import { useQueryClient, type QueryClient } from '@tanstack/vue-query';
import { computed, type ComputedRef } from 'vue';
import { KEYS } from '../../kit/api/queries';
import type { Entry } from '../../kit/sending/outbox';
import { openOutbox, type KeptOutbox } from '../../kit/sending/use-kept';
import { send, type Deed } from './deeds';

const NAME = 'outbox';
let outbox: KeptOutbox<Deed> | undefined;

/** The outbox of whoever is signed in. */
export interface UnitOutbox extends Pick<KeptOutbox<Deed>, 'add' | 'discard' | 'drain'> {
  readonly entries: ComputedRef<readonly Entry<Deed>[]>;
  /** What was done to one assignment (or case) and is not confirmed. */
  of(...ids: (string | undefined)[]): readonly Entry<Deed>[];
}

const open = (queries: QueryClient): KeptOutbox<Deed> =>
  openOutbox<Deed>(NAME, send, () => {
    void queries.invalidateQueries({ queryKey: [KEYS.assignments] });
    void queries.invalidateQueries({ queryKey: [KEYS.file] });
  });

/** The one outbox of this window. */
export function useOutbox(): UnitOutbox {
  const mine = (outbox ??= open(useQueryClient()));
  return {
    ...mine,
    entries: computed(() => mine.entries.value),
    of: (...ids) => mine.entries.value.filter(({ deed }) => ids.includes(deed.id)),
  };
}
