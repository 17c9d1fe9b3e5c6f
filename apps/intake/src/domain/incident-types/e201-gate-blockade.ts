import { TextField, YesNoField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Appeal, Vehicles } from './shared.js';

/** What a report about a blockade may add. The number of people is a common field. */
export class BlockadeDetails {
  @TextField('被堵出入口', 'Blocked gates', {
    max: 200,
    advice: {
      zh: '请保留一条应急通道，不要自行清障。',
      en: 'Keep one way free for emergencies; do not clear it yourself.',
    },
  })
  blockedGates?: string;
  @Vehicles() vehicles?: number;
  @Appeal() appeal?: string;
  @YesNoField('消防或应急通道是否被堵', 'Emergency way blocked') emergencyWayBlocked?: boolean;
}

/** 扰乱单位秩序/堵门堵路. */
export const gateBlockade = defineIncidentType({
  code: 'E201',
  key: 'gate_blockade',
  name: { zh: '扰乱单位秩序/堵门堵路', en: 'Gate or road blockade' },
  kind: 'incident',
  group: 'disorder',
  apco: 'CIVDIS',
  advice: {
    zh: '请勿与对方发生冲突，保持通道畅通，安排人员在安全处等候。',
    en: 'Avoid any clash, keep ways clear, and have somebody wait in a safe place.',
  },
  priority: 'P2',
  slaProfile: 'R2',
  caseKind: 'administrative',
  plan: { version: 1, atOnce: ['PS', 'SEC', 'PAT'], inform: ['XGOV'] },
  details: BlockadeDetails,
  ask: ['emergencyWayBlocked', 'blockedGates', 'vehicles', 'appeal'],
  complete: ['blockedGates', 'appeal'],
  words: {
    堵门: 7,
    堵路: 6,
    堵住: 5,
    堵了: 4,
    大门: 3,
    拉横幅: 4,
    不让进: 4,
    不让出: 4,
    厂门: 4,
    横幅: 3,
    围堵: 5,
    土方: 2,
    出不去: 3,
  },
});
