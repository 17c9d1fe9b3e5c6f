import { watch, type Ref } from 'vue';

/** Drafts hold what reporters said: signing out removes them from the workstation (`session.ts`). */
export const DRAFTS = 'qijing.draft.';

/** The draft of a form that was left behind on this workstation, if it can be read. */
export function readDraft<T extends object>(name: string): Partial<T> {
  try {
    return JSON.parse(localStorage.getItem(DRAFTS + name) ?? '{}') as Partial<T>;
  } catch {
    return {};
  }
}

/** Keeps a form as a draft with every change, until {@link dropDraft}. */
export function keepDraft(name: string, form: Ref<object>): void {
  watch(form, (now) => localStorage.setItem(DRAFTS + name, JSON.stringify(now)), { deep: true });
}

export const dropDraft = (name: string): void => localStorage.removeItem(DRAFTS + name);
