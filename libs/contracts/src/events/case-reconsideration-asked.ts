import { CaseFact } from '../facts/case-fact.js';
import { INCIDENTS } from '../streams.js';

/** The enterprise asked to reconsider that its case was not filed (复议), or to review that (复核). */
export class CaseReconsiderationAsked extends CaseFact {
  static override readonly type = 'case.reconsideration-asked.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description =
    'The enterprise asked to reconsider that its case was not filed (复议), or to review that (复核).';
}
