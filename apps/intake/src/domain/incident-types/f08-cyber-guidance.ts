import { TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Request, WishedAt } from './shared.js';

/** What a request for cyber guidance may add. */
export class CyberGuidanceDetails {
  @TextField('系统情况', 'Systems', { max: 300 }) systems?: string;
  @Request() request?: string;
  @WishedAt() wishedAt?: string;
}

/** 网络安全指导. The APCO list has emergencies, not services. */
export const cyberGuidance = defineIncidentType({
  code: 'F08',
  key: 'cyber_guidance',
  name: { zh: '网络安全指导', en: 'Cyber guidance' },
  kind: 'service',
  group: 'services',
  advice: { zh: '请备好系统清单和等保材料。', en: 'Have the list of systems and the protection papers ready.' },
  priority: 'P4',
  slaProfile: 'RS',
  plan: { version: 1, atOnce: ['CYB'], inform: [] },
  details: CyberGuidanceDetails,
  ask: ['request', 'systems', 'wishedAt'],
  complete: ['request'],
  words: { 网络安全指导: 8, 等保: 7, 网络安全: 5, 漏洞: 5, 安全加固: 6, 定级备案: 6 },
});
