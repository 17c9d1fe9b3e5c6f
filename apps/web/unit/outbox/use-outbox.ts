import { useQueryClient, type QueryClient } from '@tanstack/vue-query';
import { computed, type ComputedRef } from 'vue';
import { KEYS } from '../../kit/api/queries';
import type { Entry } from '../../kit/sending/entry';
import { openOutbox, type KeptOutbox } from '../../kit/sending/use-kept';
import { useSession } from '../../kit/session/session';
import { readFile } from '../work/queries';
import type { Deed } from './deeds';
import { sendKnowing } from './own-changes';
import { send } from './send-deed';

const NAME = 'outbox';
let outbox: KeptOutbox<Deed> | undefined;

/** The outbox of whoever is signed in. */
export interface UnitOutbox extends Pick<KeptOutbox<Deed>, 'add' | 'discard' | 'drain'> {
  readonly entries: ComputedRef<readonly Entry<Deed>[]>;
  /** What was done to one assignment (or case) and is not confirmed. */
  of(...ids: (string | undefined)[]): readonly Entry<Deed>[];
}

function open(queries: QueryClient): KeptOutbox<Deed> {
  const session = useSession();
  const read = (incidentId: string) => readFile(queries, incidentId);
  return openOutbox<Deed>(NAME, sendKnowing({ send, read, me: () => session.caller?.accountId }), () => {
    void queries.invalidateQueries({ queryKey: [KEYS.assignments] });
    void queries.invalidateQueries({ queryKey: [KEYS.file] });
  });
}

/** The one outbox of this window. */
export function useOutbox(): UnitOutbox {
  const mine = (outbox ??= open(useQueryClient()));
  return {
    ...mine,
    entries: computed(() => mine.entries.value),
    of: (...ids) => mine.entries.value.filter(({ deed }) => ids.includes(deed.id)),
  };
}
