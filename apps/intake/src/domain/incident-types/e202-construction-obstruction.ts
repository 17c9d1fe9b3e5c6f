import { ChoiceField, TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Appeal, ProjectId } from './shared.js';

/** What a report of obstruction may add. */
export class ObstructionDetails {
  @TextField('阻挠方式', 'How they obstruct', {
    max: 300,
    advice: { zh: '有人在机械前，请立即停机。', en: 'If anybody is in front of machines, stop them at once.' },
  })
  how?: string;
  @ProjectId() projectId?: string;
  @ChoiceField('施工许可', 'Building permit', {
    held: ['已取得', 'Held'],
    pending: ['办理中', 'Applied for'],
    none: ['未取得', 'None'],
  })
  permitState?: string;
  @Appeal() appeal?: string;
}

/** 阻挠施工. */
export const constructionObstruction = defineIncidentType({
  code: 'E202',
  key: 'construction_obstruction',
  name: { zh: '阻挠施工', en: 'Obstruction of construction' },
  kind: 'incident',
  group: 'disorder',
  apco: 'DISORD',
  advice: {
    zh: '请暂停该处施工、撤离机械旁人员，勿强行施工，备好审批手续。',
    en: 'Stop work at that spot, take people away from machines, do not force on, and have the permits ready.',
  },
  priority: 'P2',
  slaProfile: 'R2',
  caseKind: 'administrative',
  plan: { version: 1, atOnce: ['PS', 'SEC', 'PAT'], inform: ['XGOV', 'ESO'] },
  details: ObstructionDetails,
  ask: ['how', 'projectId', 'permitState', 'appeal'],
  complete: ['projectId', 'permitState'],
  words: { 施工: 5, 工地: 4, 阻挠: 6, 不让施工: 7, 挖机: 4, 阻工: 7, 村民: 3, 挡在: 3, 强揽工程: 5, 躺在: 3 },
});
