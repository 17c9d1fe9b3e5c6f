import { ChoiceField, TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Appeal, ProjectId } from './shared.js';

/** What a report of such a dispute may add. */
export class ProjectDisputeDetails {
  @Appeal() appeal?: string;
  @ProjectId() projectId?: string;
  @ChoiceField('争议类别', 'Kind', {
    land: ['征地拆迁', 'Land or demolition'],
    neighbour: ['相邻关系', 'Neighbours'],
    noise: ['噪声', 'Noise'],
    pollution: ['排污异味', 'Pollution'],
    other: ['其他', 'Other'],
  })
  matter?: string;
  @TextField('争议各方', 'Parties', { max: 200 }) parties?: string;
}

/** 征地拆迁/相邻/环境纠纷. */
export const projectDispute = defineIncidentType({
  code: 'E603',
  key: 'project_dispute',
  name: { zh: '征地拆迁/相邻/环境纠纷', en: 'Land, neighbour or environment dispute' },
  kind: 'incident',
  group: 'disputes',
  apco: 'CIVIL',
  advice: {
    zh: '请暂停有争议部位的作业，勿与群众争执，备好审批和环评材料。',
    en: 'Stop work where it is disputed, do not argue, and have permits and assessments ready.',
  },
  priority: 'P3',
  slaProfile: 'R3',
  plan: { version: 1, atOnce: ['PS'], inform: ['XGOV', 'XJUST'] },
  details: ProjectDisputeDetails,
  ask: ['matter', 'appeal', 'projectId', 'parties'],
  complete: ['matter', 'parties'],
  words: {
    征地: 7,
    拆迁: 7,
    异味: 5,
    噪音: 5,
    噪声: 5,
    居民: 3,
    排污: 6,
    相邻: 5,
    补偿: 3,
    围墙: 3,
    污水: 4,
    扰民: 5,
    粉尘: 5,
    地界: 5,
  },
});
