import { CaseFact } from '../facts/case-fact.js';
import { INCIDENTS } from '../streams.js';

/** The filing review of the case began (立案审查, of administrative cases 受案审查). */
export class CaseReviewStarted extends CaseFact {
  static override readonly type = 'case.review-started.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description =
    'The filing review of the case began (立案审查, of administrative cases 受案审查).';
}
