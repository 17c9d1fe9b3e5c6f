import { CaseFact } from '../facts/case-fact.js';
import { INCIDENTS } from '../streams.js';

/** An administrative case that was decided, mediated or terminated is concluded (结案). */
export class CaseConcluded extends CaseFact {
  static override readonly type = 'case.concluded.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description =
    'An administrative case that was decided, mediated or terminated is concluded (结案).';
}
