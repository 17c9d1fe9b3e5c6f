import { CaseFact } from '../facts/case-fact.js';
import { INCIDENTS } from '../streams.js';

/** On reconsideration the refusal to file was withdrawn; the case is reviewed again. */
export class CaseRefusalOverturned extends CaseFact {
  static override readonly type = 'case.refusal-overturned.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description =
    'On reconsideration the refusal to file was withdrawn; the case is reviewed again.';
}
