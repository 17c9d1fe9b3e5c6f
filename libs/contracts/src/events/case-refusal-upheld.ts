import { CaseFact } from '../facts/case-fact.js';
import { INCIDENTS } from '../streams.js';

/** On reconsideration the case stays as it was decided: not filed (维持). */
export class CaseRefusalUpheld extends CaseFact {
  static override readonly type = 'case.refusal-upheld.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description = 'On reconsideration the case stays as it was decided: not filed (维持).';
}
