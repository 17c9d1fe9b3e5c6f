import { CaseFact } from '../facts/case-fact.js';
import { INCIDENTS } from '../streams.js';

/** The limit by which something about the case has to be decided was extended, on approval. */
export class CaseDeadlineExtended extends CaseFact {
  static override readonly type = 'case.deadline-extended.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description =
    'The limit by which something about the case has to be decided was extended, on approval (延长办理期限).';
}
