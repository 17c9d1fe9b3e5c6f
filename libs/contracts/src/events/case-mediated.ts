import { CaseFact } from '../facts/case-fact.js';
import { INCIDENTS } from '../streams.js';

/** The parties of an administrative case agreed before the police (治安调解). */
export class CaseMediated extends CaseFact {
  static override readonly type = 'case.mediated.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description = 'The parties of an administrative case agreed before the police (治安调解).';
}
