import type { DangerFlag, Priority } from '#contracts';
import { formatYuan, type Texts } from '#domain-kit';
import type { IncidentType } from '../incident-types/index.js';
import { oneLevelUp } from '../priority.js';
import type { TriageSettings } from './triage-settings.js';

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
export const RULES: readonly TriageRule[] = [
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

/** The step that an escalation of a type is. */
export function escalation({ rule, to, reason, when }: IncidentType['escalations'][number]): TriageRule {
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
