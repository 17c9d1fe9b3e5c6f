import { InstantField, TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';

/** What a complaint may add. */
export class ComplaintDetails {
  @TextField('被投诉单位或警号', 'Unit or badge number', { max: 200 }) unit?: string;
  @InstantField('发生时间', 'When it happened') happenedAt?: string;
  @TextField('投诉事项', 'What it is about', { max: 500 }) matter?: string;
}

/** 对涉企执法的投诉. Supervision alone answers it: the unit complained of has no part. */
export const policeComplaint = defineIncidentType({
  code: 'E902',
  key: 'police_complaint',
  name: { zh: '对涉企执法的投诉', en: 'Complaint about policing' },
  kind: 'incident',
  group: 'services',
  apco: 'ADMIN',
  advice: {
    zh: '请说明时间、地点和民警单位；也可拨打 12389 投诉。',
    en: 'Say when, where and which unit; 12389 takes complaints as well.',
  },
  priority: 'P3',
  slaProfile: 'RK',
  plan: { version: 1, atOnce: ['SUP'], inform: [] },
  details: ComplaintDetails,
  ask: ['matter', 'unit', 'happenedAt'],
  complete: ['unit', 'happenedAt', 'matter'],
  words: { 投诉: 6, 民警: 3, 执法: 4, 态度: 4, 不作为: 7, 乱查封: 6, 警号: 6, 推诿: 6, 出警慢: 6, 不处理: 3, 督察: 5 },
});
