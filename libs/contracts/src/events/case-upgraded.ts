import { CaseFact } from '../facts/case-fact.js';
import { INCIDENTS } from '../streams.js';

/** What was accepted as an administrative case is filed as a criminal one (转刑事立案). */
export class CaseUpgraded extends CaseFact {
  static override readonly type = 'case.upgraded.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description =
    'What was accepted as an administrative case is filed as a criminal one (转刑事立案).';
}
