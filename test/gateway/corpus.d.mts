/** One request, or two, as bytes, and what our gateway does with it; see corpus.mjs. */
export interface Case {
  readonly name: string;
}
export const corpus: readonly Case[];
