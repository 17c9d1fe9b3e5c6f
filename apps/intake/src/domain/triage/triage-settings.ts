/** Thresholds that a region sets. */
export interface TriageSettings {
  /** People gathered that are a danger to the public (P1). */
  readonly dangerousCrowd: number;
  /** People gathered that make it urgent (at least P2). */
  readonly urgentCrowd: number;
  /** Loss in fen from which an incident is one level up. */
  readonly largeLossFen: number;
  /** Reports of one unresolved thing that raise it, within `repeatWindowMs`. */
  readonly repeatedReports: number;
  readonly repeatWindowMs: number;
}

/** Product defaults: 30 and 10 people, 100,000 yuan (within the 30,000–100,000 band of a huge theft), 3 reports in 24 hours. */
export const DEFAULT_TRIAGE: TriageSettings = {
  dangerousCrowd: 30,
  urgentCrowd: 10,
  largeLossFen: 10_000_000,
  repeatedReports: 3,
  repeatWindowMs: 24 * 60 * 60 * 1000,
};
