import { CaseFact } from '../facts/case-fact.js';
import { INCIDENTS } from '../streams.js';

/** The case was not filed (不予立案); the reporter is told in writing. */
export class CaseNotFiled extends CaseFact {
  static override readonly type = 'case.not-filed.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description = 'The case was not filed (不予立案); the reporter is told in writing.';
}
