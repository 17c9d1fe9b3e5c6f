import { describe, expect, it } from '@jest/globals';
import { DISCIPLINES, DANGER_FLAGS, PRIORITIES } from '#contracts';
import { INCIDENT_TYPES } from '../../../../intake/src/domain/incident-types/index.js';
import { planFor } from '../../../../intake/src/domain/triage/response-plan.js';
import { demoUnits } from './units.js';

const served = new Set(demoUnits.map(({ discipline }) => discipline));
const gapsOf = (planned: readonly string[]): string[] =>
  planned.filter((discipline) => !served.has(discipline as (typeof DISCIPLINES)[number]));

describe('the units of the demo', () => {
  it.each(INCIDENT_TYPES.map((type) => [type.code, type] as const))('leave no gap in the plan of %s', (_code, type) => {
    const facts = { type, flags: DANGER_FLAGS, injured: 1, details: { projectId: '示范二期' }, enterprise: {} };
    const plans = [type.plan, ...PRIORITIES.map((priority) => planFor(facts, priority).plan)];
    expect(plans.flatMap(({ atOnce, inform }) => gapsOf([...atOnce, ...inform]))).toEqual([]);
  });

  it('are known by one id and one name each', () => {
    expect(new Set(demoUnits.map(({ id }) => id)).size).toBe(demoUnits.length);
    expect(new Set(demoUnits.map(({ name }) => name)).size).toBe(demoUnits.length);
  });
});
