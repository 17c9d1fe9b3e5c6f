import { ChoiceField, TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { StartedAt } from './shared.js';

/** What a report of sabotage may add. */
export class SabotageDetails {
  @TextField('受损设备', 'Equipment damaged', {
    max: 200,
    advice: { zh: '请断电停用，不要自行修复。', en: 'Switch it off and do not repair it yet.' },
  })
  equipment?: string;
  @ChoiceField('对生产的影响', 'Effect on production', {
    none: ['无影响', 'None'],
    slowed: ['部分减产', 'Slowed'],
    line: ['产线停产', 'A line stands'],
    plant: ['全厂停产', 'The plant stands'],
  })
  effect?: string;
  @TextField('破坏方式', 'How it was done', { max: 300 }) how?: string;
  @StartedAt() startedAt?: string;
}

/** 破坏生产经营/毁坏财物. */
export const sabotage = defineIncidentType({
  code: 'E113',
  key: 'sabotage',
  name: { zh: '破坏生产经营/毁坏财物', en: 'Sabotage or damage to property' },
  kind: 'incident',
  group: 'fire',
  apco: 'VANDAL',
  advice: {
    zh: '请停用受损设备、保护现场，留存监控和损坏照片。',
    en: 'Stop the damaged equipment, leave the place as it is, and keep recordings and pictures.',
  },
  priority: 'P2',
  slaProfile: 'R2',
  caseKind: 'criminal',
  plan: { version: 1, atOnce: ['PS', 'CID', 'ISEC'], inform: [] },
  details: SabotageDetails,
  ask: ['effect', 'equipment', 'how', 'startedAt'],
  complete: ['equipment', 'effect'],
  words: {
    破坏: 4,
    砸: 4,
    毁坏: 5,
    损坏: 3,
    剪断: 4,
    划: 1,
    故意: 2,
    停产: 2,
    停机: 2,
    设备: 1,
    打砸: 5,
    人为: 2,
    毁: 2,
    断电: 1,
  },
});
