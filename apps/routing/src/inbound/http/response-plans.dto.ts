import type { Discipline } from '#contracts';

/** One version of a response plan. */
export class ResponsePlanView {
  planId!: string;
  version!: number;
  /** Sent at once; the first leads. */
  atOnce!: Discipline[];
  /** Told, without any clock. */
  inform!: Discipline[];
  firstUsedAt!: string;
}
