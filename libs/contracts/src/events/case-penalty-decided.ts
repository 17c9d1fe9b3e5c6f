import { CaseFact } from '../facts/case-fact.js';
import { INCIDENTS } from '../streams.js';

/** An administrative decision was made about the case (行政处罚决定). */
export class CasePenaltyDecided extends CaseFact {
  static override readonly type = 'case.penalty-decided.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description = 'An administrative decision was made about the case (行政处罚决定).';
}
