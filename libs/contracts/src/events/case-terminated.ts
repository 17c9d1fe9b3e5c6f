import { CaseFact } from '../facts/case-fact.js';
import { INCIDENTS } from '../streams.js';

/** The investigation of an administrative case was terminated (终止调查). */
export class CaseTerminated extends CaseFact {
  static override readonly type = 'case.terminated.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description = 'The investigation of an administrative case was terminated (终止调查).';
}
