import { InstantField, TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Weapons } from './shared.js';

/** What such a report may add. */
export class AbductionDetails {
  @TextField('受害人员', 'People concerned', {
    max: 300,
    advice: { zh: '有伤者请先按压止血，不要搬动。', en: 'Press on wounds to stop bleeding; move nobody.' },
  })
  persons?: string;
  @InstantField('最后联系时间', 'Last contact') lastContactAt?: string;
  @TextField('可能的位置', 'Where they may be', { max: 300 }) whereabouts?: string;
  @Weapons() weapons?: string;
  @TextField('对方要求', 'Demands', {
    max: 300,
    advice: { zh: '能通话就拖延时间，不要当场答应。', en: 'Play for time while you can talk; agree to nothing.' },
  })
  demands?: string;
}

/** 绑架/非法拘禁/人身伤害. */
export const abductionDetentionInjury = defineIncidentType({
  code: 'E117',
  key: 'abduction_detention_injury',
  name: { zh: '绑架/非法拘禁/人身伤害', en: 'Abduction, detention or bodily harm' },
  kind: 'incident',
  group: 'person',
  apco: 'ABDUCTNF',
  advice: {
    zh: '请先确保自身安全，勿刺激对方，有伤者先止血，保持电话畅通。',
    en: 'Get to safety first, do not provoke them, stop any bleeding, and stay reachable.',
  },
  priority: 'P1',
  slaProfile: 'R1',
  caseKind: 'criminal',
  plan: { version: 1, atOnce: ['PAT', 'PS', 'CID', 'AST'], inform: ['X120'] },
  details: AbductionDetails,
  ask: ['persons', 'weapons', 'whereabouts', 'lastContactAt', 'demands'],
  complete: ['persons'],
  words: {
    绑架: 8,
    拘禁: 7,
    扣押: 4,
    不让走: 5,
    关在: 5,
    限制自由: 6,
    捅: 6,
    砍: 5,
    打伤: 4,
    被打: 3,
    失去联系: 2,
    劫持: 5,
    受伤: 1,
    扣人: 6,
    血: 2,
  },
});
