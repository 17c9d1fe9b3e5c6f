import type { ActorFact } from '#contracts';
import { defineRefusal } from '#domain-kit';
import type { FiledAssignment } from '../incident-file/filed-assignment.js';

/** A suspect of a case: number and state, never a name. Times are ISO. */
export interface Suspect {
  number: number;
  state: 'at_large' | 'identified' | 'caught' | 'released';
  recordedAt: string;
  caughtAt?: string;
}

/** Most suspects of one case. */
const MOST = 500;

/** 404: the case has no suspect with this number. */
export const suspectUnknown = defineRefusal({
  code: 'suspect.not-found',
  kind: 'not-found',
  zh: '没有 {number} 号嫌疑人',
  en: 'There is no suspect no. {number}',
});

/** 409: caught twice. */
export const alreadyCaught = defineRefusal({
  code: 'suspect.already-caught',
  kind: 'conflict',
  zh: '{number} 号嫌疑人已经抓获',
  en: 'Suspect no. {number} was caught already',
});

/** 422: a number that no case has. */
export const tooManySuspects = defineRefusal({
  code: 'suspect.too-many',
  kind: 'unprocessable',
  zh: '一案嫌疑人不能超过 500 人',
  en: 'A case cannot have more than 500 suspects',
});

/** Adds a suspect with the next number. */
export function addSuspect(suspects: readonly Suspect[], state: Suspect['state'], at: string): Suspect {
  if (suspects.length >= MOST) throw tooManySuspects();
  const number = Math.max(0, ...suspects.map((one) => one.number)) + 1;
  return { number, state, recordedAt: at, ...(state === 'caught' && { caughtAt: at }) };
}

/** A suspect after the arrest. Throws when there is none with this number, or when it was caught already. */
export function catchSuspect(suspects: readonly Suspect[], number: number, at: string): Suspect {
  const suspect = suspects.find((one) => one.number === number);
  if (!suspect) throw suspectUnknown({ number });
  if (suspect.state === 'caught') throw alreadyCaught({ number });
  return { ...suspect, state: 'caught', caughtAt: at };
}

/** Suspects that a report of `count` arrests is about: known ones that are not caught yet first, then new ones. */
export function catchSome(suspects: readonly Suspect[], count: number, at: string): Suspect[] {
  const caught = suspects
    .filter(({ state }) => state === 'at_large' || state === 'identified')
    .slice(0, count)
    .map((one): Suspect => ({ ...one, state: 'caught', caughtAt: at }));
  while (caught.length < count) caught.push(addSuspect(withSuspects(suspects, caught), 'caught', at));
  return caught;
}

/** The suspects of a case with some of them changed or added. */
export function withSuspects(suspects: readonly Suspect[], changed: readonly Suspect[]): Suspect[] {
  const byNumber = new Map([...suspects, ...changed].map((one) => [one.number, one]));
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}

/** An arrest that a unit told of, and who told it. */
export interface ToldArrest {
  suspect: Suspect;
  by: ActorFact;
}

/** The arrests that the feedback of units tells of, as suspects of a case in the order in which they happened. */
export function arrestsOf(assignments: readonly Pick<FiledAssignment, 'feedback'>[]): ToldArrest[] {
  const told = assignments.flatMap(({ feedback }) => feedback).sort((a, b) => a.at.localeCompare(b.at));
  return told
    .flatMap(({ at, by, suspectsCaught }) => Array.from({ length: suspectsCaught }, () => ({ at, by })))
    .slice(0, MOST)
    .map(({ at, by }, index) => ({
      by,
      suspect: { number: index + 1, state: 'caught', recordedAt: at, caughtAt: at },
    }));
}
