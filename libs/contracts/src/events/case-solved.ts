import { CaseFact } from '../facts/case-fact.js';
import { INCIDENTS } from '../streams.js';

/** The case is solved (破案). */
export class CaseSolved extends CaseFact {
  static override readonly type = 'case.solved.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description = 'The case is solved (破案).';
}
