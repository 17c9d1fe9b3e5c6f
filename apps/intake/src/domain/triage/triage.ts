import type { FiredRule, PlanFact, Priority } from '#contracts';
import { concernsEnterprise, planFor } from './response-plan.js';
import { higher } from '../priority.js';
import { escalation, RULES, type TriageFacts } from './triage-rules.js';
import { DEFAULT_TRIAGE, type TriageSettings } from './triage-settings.js';

/** How an incident is graded, and every rule that had a part in it. */
export interface Grading {
  readonly priority: Priority;
  readonly firedRules: FiredRule[];
  readonly restricted: boolean;
  readonly enterpriseRelated: boolean;
  /** Its `id` names the type and what was added to the type's own plan: `E101`, `E101+injury`. */
  readonly plan: PlanFact;
}

/**
 * Grades a report: 1. default of the type; 2. danger or a dangerous crowd → P1; 3. urgency or a crowd → at least P2;
 * 4. large loss → one level up, not above P2; then the escalations of the type. A rule only ever raises.
 */
export function triage(facts: TriageFacts, settings: TriageSettings = DEFAULT_TRIAGE): Grading {
  const judged = judge(facts, settings);
  return gradingOf(
    facts,
    judged.map(({ fired }) => fired),
    judged.reduce<Priority>((priority, { asks }) => higher(priority, asks), 'P4'),
  );
}

/** Rules that stand for something that happened; what is known of the incident does not bring them back. */
const OUTLIVE: ReadonlySet<string> = new Set(['repeated-reports', 'raised-by-person', 'lowered-by-person']);

/**
 * Grades an incident again by all that is known of it now: its rules take the place of those before. Only a rule that
 * says something new may raise it, so that a chief who lowered it is overruled by news alone; nothing lowers it.
 */
export function triageAgain(
  facts: TriageFacts,
  known: { readonly priority: Priority; readonly firedRules: readonly FiredRule[] },
  settings: TriageSettings = DEFAULT_TRIAGE,
): Grading {
  const judged = judge(facts, settings);
  const isNew = ({ rule, reason }: FiredRule) =>
    !known.firedRules.some((before) => before.rule === rule && before.reason.zh === reason.zh);
  const priority = judged
    .filter(({ fired }) => isNew(fired))
    .reduce((raised, { asks }) => higher(raised, asks), known.priority);
  const outliving = known.firedRules.filter(({ rule }) => OUTLIVE.has(rule));
  return gradingOf(facts, [...judged.map(({ fired }) => fired), ...outliving], priority);
}

/** A rule that fired, and the priority that it asks for by itself. */
interface Judged {
  readonly fired: FiredRule;
  readonly asks: Priority;
}

function judge(facts: TriageFacts, settings: TriageSettings): Judged[] {
  let priority: Priority = 'P4';
  const judged: Judged[] = [];
  for (const rule of [...RULES, ...facts.type.escalations.map(escalation)]) {
    const verdict = rule(facts, priority, settings);
    if (!verdict) continue;
    const raised = higher(priority, verdict.priority);
    if (raised === priority && judged.length > 0 && verdict.rule === 'large-loss') continue;
    priority = raised;
    const fired = { rule: verdict.rule, effect: priority, reason: verdict.reason };
    judged.push({ fired, asks: verdict.priority });
  }
  return judged;
}

function gradingOf(facts: TriageFacts, fired: readonly FiredRule[], priority: Priority): Grading {
  const { plan, additions } = planFor(facts, priority);
  const restriction = restrictionOf(facts);
  return {
    priority,
    firedRules: [...fired, ...additions, ...(restriction ? [restriction] : [])],
    restricted: restriction !== undefined,
    enterpriseRelated: concernsEnterprise(facts),
    plan,
  };
}

function restrictionOf({ type, flags }: TriageFacts): FiredRule | undefined {
  const effect = 'restricted';
  if (type.restricted)
    return {
      rule: 'restricted-type',
      effect,
      reason: { zh: '该类型默认限制告知', en: 'This type is restricted by default' },
    };
  if (flags.includes('insider_suspected'))
    return { rule: 'insider', effect, reason: { zh: '疑有内部人员参与', en: 'Somebody inside may be involved' } };
  return undefined;
}
