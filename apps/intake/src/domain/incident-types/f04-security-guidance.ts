import { ChoiceField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Request, WishedAt } from './shared.js';

/** What a request for guidance may add. */
export class GuidanceDetails {
  @ChoiceField('指导内容', 'Subject', {
    hazmat: ['危化品', 'Dangerous substances'],
    guards: ['内保队伍', 'Guards'],
    technology: ['技防设施', 'Security technology'],
    other: ['其他', 'Other'],
  })
  matter?: string;
  @WishedAt() wishedAt?: string;
  @Request() request?: string;
}

/** 危化品/内保业务指导. The APCO list has emergencies, not services. */
export const securityGuidance = defineIncidentType({
  code: 'F04',
  key: 'security_guidance',
  name: { zh: '危化品/内保业务指导', en: 'Hazmat and security guidance' },
  kind: 'service',
  group: 'services',
  advice: {
    zh: '请备好台账、制度和现场负责人联系方式。',
    en: 'Have registers, rules and the number of whoever is in charge ready.',
  },
  priority: 'P4',
  slaProfile: 'RS',
  plan: { version: 1, atOnce: ['SEC', 'ISEC'], inform: [] },
  details: GuidanceDetails,
  ask: ['matter', 'request', 'wishedAt'],
  complete: ['matter', 'request'],
  words: { 指导: 4, 内保: 6, 危化品管理: 6, 保安队伍: 5, 技防: 5, 业务指导: 6 },
});
