import { ChoiceField, InstantField, TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';

/** What such a report may add. */
export class EmergencyDetails {
  @ChoiceField('情形', 'What it is', {
    suicide: ['轻生', 'Suicidal'],
    missing: ['走失', 'Missing'],
    trapped: ['被困', 'Trapped'],
    sick: ['突发疾病', 'Suddenly ill'],
    other: ['其他', 'Other'],
  })
  matter?: string;
  @TextField('目前位置', 'Where the person is', {
    max: 200,
    advice: { zh: '请保持能看见他的距离，慢慢说话。', en: 'Stay within sight and speak slowly.' },
  })
  whereNow?: string;
  @TextField('人员特征', 'Description', { max: 300 }) person?: string;
  @InstantField('最后见到时间', 'Last seen') lastSeenAt?: string;
}

/** 员工走失/轻生/危急求助. */
export const personalEmergency = defineIncidentType({
  code: 'E501',
  key: 'personal_emergency',
  name: { zh: '员工走失/轻生/危急求助', en: 'Missing, suicidal or otherwise in danger' },
  kind: 'incident',
  group: 'person',
  apco: 'WELFARE',
  advice: {
    zh: '请有人陪伴或跟随，勿刺激对方，收走刀具药品，清空下方地面。',
    en: 'Have somebody stay near, do not provoke, take away knives and medicine, and clear the ground below.',
  },
  priority: 'P1',
  slaProfile: 'R1',
  plan: { version: 1, atOnce: ['PS', 'PAT'], inform: ['X119', 'X120'] },
  details: EmergencyDetails,
  ask: ['matter', 'whereNow', 'lastSeenAt', 'person'],
  complete: ['matter', 'person'],
  words: {
    轻生: 8,
    跳楼: 8,
    自杀: 8,
    走失: 7,
    失踪: 5,
    天台: 5,
    联系不上: 5,
    想不开: 7,
    晕倒: 5,
    楼顶: 4,
    找不到人: 5,
    突发疾病: 5,
    割腕: 8,
    遗书: 8,
  },
});
