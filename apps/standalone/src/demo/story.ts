import type { FileSeen } from './seen.js';

/** One step of the story: what happened, when by its own account, and how long the system took, ms. */
export interface StoryStep {
  readonly name: string;
  readonly at: string;
  readonly ms: number;
}

/** How the story ended. */
export interface StoryEnd {
  readonly incidentId: string;
  readonly file: FileSeen;
  readonly notices: number;
  /** From sending the report to seeing every assignment in the file, ms. */
  readonly reportToAssignedMs: number;
  readonly steps: readonly StoryStep[];
}

/** When something of the story happens, by its time of day `HH:MM`. */
export type StoryClock = (time: string) => string;

/** The story as it happened on a Shanghai day, `YYYY-MM-DD`: times are stated, not waited for. */
export const onDay =
  (day: string): StoryClock =>
  (time) =>
    new Date(`${day}T${time}:00+08:00`).toISOString();

/** The story as somebody plays it now, for those who watch. */
export const asItHappens: StoryClock = () => new Date().toISOString();

/** Hears of each step that is done; the next one waits for what it promises. */
export type OnStep = (step: StoryStep) => void | Promise<void>;

/** Takes the steps of a story one by one, and keeps how long each took. */
export function narrate(at: StoryClock, onStep: OnStep) {
  const steps: StoryStep[] = [];
  const step = async <T>(name: string, time: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const result = await work();
    const done = { name, at: at(time), ms: Math.round(performance.now() - began) };
    steps.push(done);
    await onStep(done);
    return result;
  };
  return { step, steps };
}
