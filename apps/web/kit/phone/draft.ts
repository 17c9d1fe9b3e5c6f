import { reactive, watch } from 'vue';
import { useSession } from '../session/session';
import { Locker } from './locker';

/** The locker of whoever is signed in. */
export function useLocker(): Locker {
  return new Locker(useSession().caller?.accountId ?? '', localStorage);
}

/** A form that survives a closed page, a lost connection and an expired session. */
export interface Draft<T> {
  /** What is typed so far; every change is kept at once. */
  readonly form: T;
  /** Begins anew, after what was typed is safe elsewhere. */
  clear(): void;
}

/**
 * A draft under a name of its own.
 * @param blank what an empty form holds; fields that an older draft lacks are filled from it
 */
export function useDraft<T extends object>(name: string, blank: () => T): Draft<T> {
  const locker = useLocker();
  const form = reactive({ ...blank(), ...locker.get<Partial<T>>(`draft.${name}`) }) as T;
  let clearing = false;
  watch(
    form,
    () => {
      if (!clearing) locker.put(`draft.${name}`, form);
    },
    { deep: true, flush: 'sync' },
  );
  return {
    form,
    clear: () => {
      clearing = true;
      Object.assign(form, blank());
      clearing = false;
      locker.put(`draft.${name}`, undefined);
    },
  };
}
