import { TextField, YesNoField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Appeal } from './shared.js';

/** What a report of a mass incident may add. The number of people is a common field. */
export class MassIncidentDetails {
  @Appeal() appeal?: string;
  @TextField('聚集位置', 'Where they gather', {
    max: 200,
    advice: { zh: '请先关停危险设备、守住要害部位。', en: 'Shut dangerous machines and guard key places first.' },
  })
  places?: string;
  @YesNoField('是否有打砸冲突', 'Violence', {
    advice: { zh: '请人员退到安全处，不要对抗。', en: 'Withdraw to a safe place; do not resist.' },
  })
  violence?: boolean;
  @YesNoField('企业负责人是否在场', 'Somebody in charge is there') leadersPresent?: boolean;
  @YesNoField('是否有人拍摄直播', 'Filmed or streamed') filmed?: boolean;
}

/** 涉企群体性事件. */
export const massIncident = defineIncidentType({
  code: 'E701',
  key: 'mass_incident',
  name: { zh: '涉企群体性事件', en: 'Mass incident' },
  kind: 'incident',
  group: 'disorder',
  apco: 'CIVDIS',
  advice: {
    zh: '请勿激化，关闭危险设备、保护要害部位，安排专人与代表对话，不发布未经核实的信息。',
    en: 'Calm things down, shut dangerous machines, guard key places, have one person talk to their speakers, and publish nothing unverified.',
  },
  priority: 'P1',
  slaProfile: 'R1',
  caseKind: 'administrative',
  plan: { version: 1, atOnce: ['PAT', 'PS', 'SEC', 'CYB'], inform: ['XGOV'] },
  details: MassIncidentDetails,
  ask: ['violence', 'places', 'appeal', 'leadersPresent', 'filmed'],
  complete: ['places', 'appeal', 'leadersPresent'],
  words: {
    群体: 6,
    上百人: 7,
    几百人: 7,
    聚集: 4,
    静坐: 6,
    几十人: 4,
    集体: 4,
    百余人: 7,
    游行: 7,
    示威: 7,
    围攻: 5,
    冲击: 4,
  },
});
