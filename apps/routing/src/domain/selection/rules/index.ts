import type { SelectionRule } from '../rule.js';
import { coversDistrict } from './covers-district.js';
import { excluded } from './excluded.js';
import { freeCapacity } from './free-capacity.js';
import { onDuty } from './on-duty.js';
import { ownJurisdiction } from './own-jurisdiction.js';
import { vouchedPlace } from './vouched-place.js';

/** In the order of judging: the first refusal is the one that is shown. Adding a rule: one file, one line here. */
export const SELECTION_RULES: readonly SelectionRule[] = [
  vouchedPlace,
  excluded,
  onDuty,
  freeCapacity,
  coversDistrict,
  ownJurisdiction,
];

/** Those of them that also say who is told without being sent (知会). */
export const INFORM_RULES = SELECTION_RULES.filter(({ alsoInformed }) => alsoInformed);
