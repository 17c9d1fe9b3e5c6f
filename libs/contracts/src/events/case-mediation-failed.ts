import { CaseFact } from '../facts/case-fact.js';
import { INCIDENTS } from '../streams.js';

/** What the parties agreed on was not done; the administrative case goes on. */
export class CaseMediationFailed extends CaseFact {
  static override readonly type = 'case.mediation-failed.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description = 'What the parties agreed on was not done; the administrative case goes on.';
}
