/** Waits between the five attempts at one failing event, ms: about 3 s in all. */
export const RETRY_MS: readonly number[] = [100, 300, 800, 1800];
