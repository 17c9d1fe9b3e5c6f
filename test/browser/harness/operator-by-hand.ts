import type { Page } from 'playwright-core';
import type { Operator } from '../../../apps/standalone/src/demo/town.js';
export function operatorByHand(_page: Page, otherwise: Operator): Operator {
  return { ...otherwise };
}
