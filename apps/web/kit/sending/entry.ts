/** Something that was done here and that the server has not confirmed yet. */
export interface Entry<Deed> {
  /** Sent as `Idempotency-Key` with every attempt: however often it arrives, it acts once. */
  readonly key: string;
  readonly deed: Deed;
  /** `sending`: under way; `waiting`: no answer yet, tried again; `refused`: the server said no. */
  readonly state: 'sending' | 'waiting' | 'refused';
  /** Whether an attempt has got no answer. */
  readonly unanswered?: boolean;
  /** Why it was refused, in words for people. */
  readonly refusal?: string;
}
