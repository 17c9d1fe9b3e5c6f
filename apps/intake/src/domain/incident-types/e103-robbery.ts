import { TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Weapons } from './shared.js';

/** What a report of a robbery may add. */
export class RobberyDetails {
  @TextField('逃离方向', 'Direction of escape', {
    max: 200,
    advice: { zh: '不要追赶，看清方向即可。', en: 'Do not follow; see where they go.' },
  })
  direction?: string;
  @TextField('作案车辆', 'Vehicle used', {
    max: 200,
    advice: { zh: '能看清车牌请先记车牌。', en: 'Remember the number plate if you can see it.' },
  })
  vehicle?: string;
  @Weapons() weapons?: string;
  @TextField('体貌特征', 'What they look like', { max: 300 }) looks?: string;
  @TextField('被抢财物', 'What was taken', { max: 200 }) taken?: string;
}

/** 抢劫抢夺. */
export const robbery = defineIncidentType({
  code: 'E103',
  key: 'robbery',
  name: { zh: '抢劫抢夺', en: 'Robbery or snatching' },
  kind: 'incident',
  group: 'property',
  apco: 'ROBBERY',
  advice: {
    zh: '请先确保人身安全，勿追赶，记住去向和体貌特征。',
    en: 'Get to safety first, do not follow, and remember where they went and what they looked like.',
  },
  priority: 'P1',
  slaProfile: 'R1',
  caseKind: 'criminal',
  plan: { version: 1, atOnce: ['PAT', 'PS', 'CID', 'AST'], inform: ['X120'] },
  details: RobberyDetails,
  ask: ['weapons', 'direction', 'vehicle', 'looks'],
  complete: ['taken', 'direction'],
  words: { 抢劫: 6, 抢夺: 6, 被抢: 6, 抢走: 6, 抢了: 5, 持刀: 2, 劫: 3, 抢: 3 },
});
