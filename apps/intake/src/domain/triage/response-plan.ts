import type { DangerFlag, Discipline, FiredRule, PlanFact, Priority, SlaProfile } from '#contracts';
import type { Texts } from '#domain-kit';
import type { IncidentType } from '../incident-types/index.js';

/** What may add to the plan of a type. */
export interface PlanFacts {
  readonly type: IncidentType;
  readonly flags: readonly DangerFlag[];
  readonly injured: number;
  /** What the type asks for; whether a project is named counts. */
  readonly details: Readonly<Record<string, unknown>>;
  /** The enterprise it is about; only whether there is one counts. */
  readonly enterprise?: object;
}

interface Addition {
  readonly name: string;
  readonly reason: Texts;
  /** Who responds as well, and who is told as well. */
  readonly adds?: readonly Discipline[];
  readonly informs?: readonly Discipline[];
  readonly when: (facts: PlanFacts, priority: Priority) => boolean;
}

/** Fraud, cyber and economic crime: whoever patrols nearby can do nothing about them. */
const WITHOUT_PATROL: ReadonlySet<SlaProfile> = new Set(['RF', 'RC', 'RE']);

/** Additions in their order. An addition that finds all its disciplines in the plan changes nothing. */
const ADDITIONS: readonly Addition[] = [
  {
    name: 'injury',
    reason: { zh: '有人受伤', en: 'Somebody is injured' },
    adds: ['X120'],
    when: ({ injured }) => injured > 0,
  },
  {
    name: 'fire',
    reason: { zh: '火灾或爆炸', en: 'Fire or explosion' },
    adds: ['X119'],
    when: ({ flags }) => flags.includes('fire_explosion'),
  },
  {
    name: 'hazmat',
    reason: { zh: '危险物质泄漏', en: 'Release of a hazardous substance' },
    adds: ['SEC', 'XEM'],
    when: ({ flags }) => flags.includes('hazmat_release'),
  },
  {
    name: 'railway',
    reason: { zh: '位于铁路用地', en: 'It is on railway land' },
    adds: ['RWY'],
    when: ({ flags }) => flags.includes('rail_land'),
  },
  {
    name: 'foreigner',
    reason: { zh: '涉及外国人', en: 'A foreign national is involved' },
    informs: ['EEA'],
    when: ({ flags }) => flags.includes('foreign_national'),
  },
  {
    name: 'project',
    reason: { zh: '涉及登记项目', en: 'A project is named' },
    informs: ['ESO'],
    when: ({ details: { projectId = '' } }) => projectId !== '',
  },
  {
    name: 'nearest',
    reason: { zh: '特急警情，就近巡特警力量先到', en: 'P1: the nearest patrol goes as well' },
    adds: ['PAT'],
    when: ({ type }, priority) => priority === 'P1' && !WITHOUT_PATROL.has(type.slaProfile),
  },
];

/** Whether an enterprise is concerned: one is named, or production somewhere stands still. */
export const concernsEnterprise = ({ enterprise, flags }: Pick<PlanFacts, 'enterprise' | 'flags'>): boolean =>
  enterprise !== undefined || flags.includes('production_halted');

/** The fast track is for enterprises: of everything else the general desk of the centre is told, while its clocks run. */
const GENERAL_DESK: { plan: PlanFact; additions: FiredRule[] } = {
  plan: { id: 'general-desk', version: 1, atOnce: [], inform: ['CMD'] },
  additions: [
    {
      rule: 'general-desk',
      effect: 'CMD',
      reason: { zh: '未涉及企业，转综合警情席处置', en: 'No enterprise is concerned: passed to the general desk' },
    },
  ],
};

/**
 * The plan of the type with what the facts add; that of the general desk where no enterprise is concerned. Additions respond
 * at once, behind the type's own disciplines, so the lead stays; one that was only to be told now responds. At P1 the nearest
 * patrol comes in addition, unless it is planned anyway or cannot help. Some additions are only told, behind those the type tells.
 * The id names what was added, so equal ids and versions mean equal plans.
 */
export function planFor(facts: PlanFacts, priority: Priority): { plan: PlanFact; additions: FiredRule[] } {
  if (!concernsEnterprise(facts)) return GENERAL_DESK;
  const { plan } = facts.type;
  const [atOnce, told] = [[...plan.atOnce], [...plan.inform]];
  const additions: FiredRule[] = [];
  for (const { name, adds = [], informs = [], reason, when } of ADDITIONS) {
    if (!when(facts, priority)) continue;
    const missing = adds.filter((discipline) => !atOnce.includes(discipline));
    const untold = informs.filter((discipline) => ![...atOnce, ...told].includes(discipline));
    if (missing.length + untold.length === 0) continue;
    atOnce.push(...missing);
    told.push(...untold);
    const effect = [...missing.map((discipline) => `+${discipline}`), ...untold.map((discipline) => `(${discipline})`)];
    additions.push({ rule: name, effect: effect.join(' '), reason });
  }
  const inform = told.filter((discipline) => !atOnce.includes(discipline));
  const id = [plan.id, ...additions.map(({ rule }) => rule)].join('+');
  return { plan: { id, version: plan.version, atOnce, inform }, additions };
}
