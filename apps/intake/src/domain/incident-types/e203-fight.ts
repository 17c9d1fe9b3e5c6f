import { NumberField, TextField, YesNoField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Weapons } from './shared.js';

/** What a report of a fight may add. */
export class FightDetails {
  @Weapons() weapons?: string;
  @NumberField('参与人数', 'People fighting') people?: number;
  @YesNoField('是否仍在打斗', 'Still fighting', {
    advice: { zh: '请保持距离，不要上前拉架。', en: 'Keep your distance; do not step in between.' },
  })
  stillFighting?: boolean;
  @TextField('起因', 'Cause', { max: 300 }) cause?: string;
}

/** 厂区打架斗殴. */
export const fight = defineIncidentType({
  code: 'E203',
  key: 'fight',
  name: { zh: '厂区打架斗殴', en: 'Fight on the premises' },
  kind: 'incident',
  group: 'person',
  apco: 'FIGHT',
  advice: {
    zh: '请先把围观人员疏散开，勿上前拉架，有伤者先止血。',
    en: 'Take bystanders away, do not step in between, and stop any bleeding.',
  },
  priority: 'P2',
  slaProfile: 'R2',
  caseKind: 'administrative',
  plan: { version: 1, atOnce: ['PS', 'PAT'], inform: ['X120'] },
  details: FightDetails,
  ask: ['stillFighting', 'weapons', 'people', 'cause'],
  complete: ['people', 'cause'],
  words: { 打架: 7, 斗殴: 7, 打起来: 7, 互殴: 7, 动手: 4, 殴打: 4, 推搡: 3, 群殴: 6, 打人: 4 },
});
