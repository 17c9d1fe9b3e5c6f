import { InstantField, TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Request } from './shared.js';

/** What a request for an approval may add. */
export class ApprovalDetails {
  @TextField('审批事项', 'What is to be approved', { max: 200 }) matter?: string;
  @TextField('受理编号', 'Application number', { max: 100 }) applicationNumber?: string;
  @InstantField('最迟需要时间', 'Needed by', { ahead: true }) neededAt?: string;
  @Request() request?: string;
}

/** 加急审批/上门送证. The APCO list has emergencies, not services. */
export const expeditedApproval = defineIncidentType({
  code: 'F03',
  key: 'expedited_approval',
  name: { zh: '加急审批/上门送证', en: 'Expedited approval' },
  kind: 'service',
  group: 'services',
  advice: { zh: '请备齐申请材料，急用时间请一并说明。', en: 'Have all papers ready, and say when it is needed.' },
  priority: 'P4',
  slaProfile: 'RS',
  plan: { version: 1, atOnce: ['ADM'], inform: [] },
  details: ApprovalDetails,
  ask: ['matter', 'applicationNumber', 'neededAt'],
  complete: ['matter', 'neededAt'],
  words: { 审批: 6, 办证: 6, 加急: 5, 许可证: 4, 送证: 7, 许可: 3, 公章: 5, 刻章: 6, 备案: 3 },
});
