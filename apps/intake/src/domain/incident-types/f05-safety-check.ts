import { TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Request, WishedAt } from './shared.js';

/** What a request for a check may add. */
export class CheckDetails {
  @TextField('重点部位', 'Areas to look at', { max: 300 }) areas?: string;
  @WishedAt() wishedAt?: string;
  @Request() request?: string;
}

/** 隐患排查/安全体检. The APCO list has emergencies, not services. */
export const safetyCheck = defineIncidentType({
  code: 'F05',
  key: 'safety_check',
  name: { zh: '隐患排查/安全体检', en: 'Safety check' },
  kind: 'service',
  group: 'services',
  advice: { zh: '请指定一名熟悉厂区的人员陪同。', en: 'Name somebody who knows the site to come along.' },
  priority: 'P4',
  slaProfile: 'RS',
  plan: { version: 1, atOnce: ['ISEC', 'PS'], inform: [] },
  details: CheckDetails,
  ask: ['areas', 'wishedAt'],
  complete: ['areas'],
  words: { 隐患: 6, 体检: 6, 排查: 5, 安全检查: 6, 检查一下: 4, 消防检查: 4, 上门检查: 6 },
});
