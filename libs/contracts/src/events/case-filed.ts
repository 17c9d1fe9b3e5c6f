import { CaseFact } from '../facts/case-fact.js';
import { INCIDENTS } from '../streams.js';

/** The case was filed (立案). */
export class CaseFiled extends CaseFact {
  static override readonly type = 'case.filed.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description = 'The case was filed (立案).';
}
