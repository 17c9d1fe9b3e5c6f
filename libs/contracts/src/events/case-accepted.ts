import { CaseFact } from '../facts/case-fact.js';
import { INCIDENTS } from '../streams.js';

/** An administrative case was accepted (受案); it is not filed. */
export class CaseAccepted extends CaseFact {
  static override readonly type = 'case.accepted.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description = 'An administrative case was accepted (受案); it is not filed.';
}
