import type { DangerFlag, FiredRule, PlanFact, Priority } from '#contracts';
import { formatYuan, type Texts } from '#domain-kit';
import type { IncidentType } from '../incident-types/index.js';
import { concernsEnterprise, planFor } from './response-plan.js';
import { higher, oneLevelUp } from '../priority.js';

/** Thresholds that a region sets. */
export interface TriageSettings {
  /** People gathered that are a danger to the public (P1). */
  readonly dangerousCrowd: number;
  /** People gathered that make it urgent (at least P2). */
  readonly urgentCrowd: number;
  /** Loss in fen from which an incident is one level up. */
  readonly largeLossFen: number;
  /** Reports of one unresolved thing that raise it, within `repeatWindowMs`. */
  readonly repeatedReports: number;
  readonly repeatWindowMs: number;
}

/** Product defaults: 30 and 10 people, 100,000 yuan (within the 30,000–100,000 band of a huge theft), 3 reports in 24 hours. */
export const DEFAULT_TRIAGE: TriageSettings = {
  dangerousCrowd: 30,
  urgentCrowd: 10,
  largeLossFen: 10_000_000,
  repeatedReports: 3,
  repeatWindowMs: 24 * 60 * 60 * 1000,
};

/** What triage looks at. The enterprise counts only as "there is one": its tags never touch priority or plan. */
export interface TriageFacts {
  readonly type: IncidentType;
  readonly flags: readonly DangerFlag[];
  readonly crowd: number;
  readonly injured: number;
  /** Integer fen, 0 when unknown. */
  readonly estimatedLossFen: number;
  readonly details: Readonly<Record<string, unknown>>;
  readonly receivedAt: Date;
  readonly enterprise?: object;
}

/** How an incident is graded, and every rule that had a part in it. */
export interface Grading {
  readonly priority: Priority;
  readonly firedRules: FiredRule[];
  readonly restricted: boolean;
  readonly enterpriseRelated: boolean;
  /** Its `id` names the type and what was added to the type's own plan: `E101`, `E101+injury`. */
  readonly plan: PlanFact;
}

/** One step of the rule: the priority it wants, and why. Undefined when it has nothing to say. */
type TriageRule = (facts: TriageFacts, current: Priority, settings: TriageSettings) => Verdict | undefined;
interface Verdict {
  readonly rule: string;
  readonly priority: Priority;
  readonly reason: Texts;
}

const FLAG_NAMES: Readonly<Partial<Record<DangerFlag, Texts>>> = {
  life_threat: { zh: '生命危险', en: 'danger to life' },
  weapon: { zh: '持械', en: 'a weapon' },
  fire_explosion: { zh: '火灾或爆炸', en: 'fire or explosion' },
  hazmat_release: { zh: '危险物质泄漏', en: 'release of a hazardous substance' },
  hostage: { zh: '挟持人质', en: 'a hostage' },
  in_progress: { zh: '正在发生', en: 'in progress' },
  suspect_on_scene: { zh: '嫌疑人在现场', en: 'suspect on the scene' },
  transfer_within_24h: { zh: '24 小时内转账', en: 'transfer within 24 hours' },
  production_halted: { zh: '生产停顿', en: 'production halted' },
  critical_service: { zh: '关键服务受影响', en: 'critical service affected' },
};
const DANGERS: readonly DangerFlag[] = ['life_threat', 'weapon', 'fire_explosion', 'hazmat_release', 'hostage'];
const URGENCIES: readonly DangerFlag[] = [
  'in_progress',
  'suspect_on_scene',
  'transfer_within_24h',
  'production_halted',
  'critical_service',
];

/** Steps 1–4 of the rule in their order; step 5 looks at later reports and step 6 is a person's (see the incident). */
const RULES: readonly TriageRule[] = [
  ({ type }) => ({
    rule: 'type-default',
    priority: type.priority,
    reason: { zh: `${type.name.zh}的默认等级`, en: `Default of ${type.name.en}` },
  }),
  (facts, _current, { dangerousCrowd }) => flagged('danger', 'P1', facts, DANGERS, dangerousCrowd),
  (facts, _current, { urgentCrowd }) => flagged('urgent', 'P2', facts, URGENCIES, urgentCrowd),
  ({ estimatedLossFen }, current, { largeLossFen }) =>
    estimatedLossFen < largeLossFen
      ? undefined
      : {
          rule: 'large-loss',
          priority: oneLevelUp(current, 'P2'),
          reason: {
            zh: `损失达到 ${formatYuan(largeLossFen)} 元`,
            en: `The loss reaches ${formatYuan(largeLossFen)} yuan`,
          },
        },
];

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

function escalation({ rule, to, reason, when }: IncidentType['escalations'][number]): TriageRule {
  return (facts) => (when(facts) ? { rule, priority: to, reason } : undefined);
}

function flagged(
  rule: string,
  priority: Priority,
  { flags, crowd }: TriageFacts,
  counted: readonly DangerFlag[],
  crowdLimit: number,
): Verdict | undefined {
  const reasons = counted.filter((flag) => flags.includes(flag)).flatMap((flag) => FLAG_NAMES[flag] ?? []);
  if (crowd >= crowdLimit)
    reasons.push({ zh: `聚集 ${crowd} 人（≥ ${crowdLimit}）`, en: `crowd of ${crowd} (≥ ${crowdLimit})` });
  if (reasons.length === 0) return undefined;
  const listed = { zh: reasons.map(({ zh }) => zh).join('、'), en: reasons.map(({ en }) => en).join(', ') };
  return { rule, priority, reason: { zh: listed.zh, en: listed.en.charAt(0).toUpperCase() + listed.en.slice(1) } };
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
