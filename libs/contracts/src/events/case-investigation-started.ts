import { CaseFact } from '../facts/case-fact.js';
import { INCIDENTS } from '../streams.js';

/** The investigation began, with a lead officer named. */
export class CaseInvestigationStarted extends CaseFact {
  static override readonly type = 'case.investigation-started.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description = 'The investigation began, with a lead officer named.';
}
