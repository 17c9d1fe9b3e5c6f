import { ChoiceField, InstantField, NumberField, TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';

/** What a report of a threat may add. */
export class BombThreatDetails {
  @NumberField('现场人数', 'People on site', {
    advice: { zh: '请马上组织疏散，走远离可疑物的通道。', en: 'Evacuate now, by ways away from the object.' },
  })
  peopleOnSite?: number;
  @ChoiceField('疏散情况', 'Evacuation', {
    none: ['未疏散', 'Not begun'],
    running: ['正在疏散', 'Under way'],
    done: ['已疏散', 'Done'],
  })
  evacuation?: string;
  @TextField('可疑物及位置', 'Object and where it is', {
    max: 300,
    advice: { zh: '不要触碰、移动或遮盖。', en: 'Do not touch, move or cover it.' },
  })
  object?: string;
  @TextField('威胁原话', 'Words of the threat', { max: 500 }) threat?: string;
  @InstantField('威胁所称时间', 'Time that was named', { ahead: true }) deadlineAt?: string;
}

/** 爆炸/放火/投毒威胁. */
export const bombArsonThreat = defineIncidentType({
  code: 'E116',
  key: 'bomb_arson_threat',
  name: { zh: '爆炸/放火/投毒威胁', en: 'Threat of a bomb, arson or poisoning' },
  kind: 'incident',
  group: 'person',
  apco: 'BOMB',
  advice: {
    zh: '请立即按预案疏散，勿触碰可疑物，勿在附近使用手机和对讲机。',
    en: 'Evacuate by plan, touch nothing suspicious, and use no phone or radio near it.',
  },
  priority: 'P1',
  slaProfile: 'R1',
  caseKind: 'criminal',
  plan: { version: 1, atOnce: ['PAT', 'PS', 'CID', 'SEC'], inform: ['X119', 'X120', 'XGOV'] },
  details: BombThreatDetails,
  ask: ['evacuation', 'peopleOnSite', 'object', 'deadlineAt', 'threat'],
  complete: ['threat', 'evacuation'],
  words: {
    炸弹: 8,
    爆炸物: 7,
    炸: 3,
    放火: 5,
    投毒: 7,
    点火: 4,
    汽油: 3,
    可疑包裹: 6,
    可疑物: 4,
    扬言: 4,
    纵火: 6,
    引爆: 7,
    下毒: 6,
  },
});
