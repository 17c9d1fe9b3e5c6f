import { NumberField, TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';

/** What a report about a blockade may add. */
export class BlockadeDetails {
  @TextField('诉求', 'What they demand') appeal?: string;
  @TextField('被堵出入口', 'Blocked gates', { max: 200 }) blockedGates?: string;
  @NumberField('车辆数', 'Vehicles') vehicles?: number;
}

/** 扰乱单位秩序/堵门堵路. The number of people is a common field. */
export const gateBlockade = defineIncidentType({
  code: 'E201',
  key: 'gate_blockade',
  name: { zh: '扰乱单位秩序/堵门堵路', en: 'Gate or road blockade' },
  kind: 'incident',
  advice: {
    zh: '请勿与对方发生冲突，保持通道畅通，安排人员在安全处等候。',
    en: 'Avoid any clash, keep ways clear, and have somebody wait in a safe place.',
  },
  priority: 'P2',
  slaProfile: 'R2',
  caseKind: 'administrative',
  plan: { version: 1, atOnce: ['PS', 'SEC', 'PAT'], inform: ['XGOV'] },
  details: BlockadeDetails,
});
