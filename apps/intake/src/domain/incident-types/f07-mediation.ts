import { TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { WishedAt } from './shared.js';

/** What a request for mediation may add. */
export class MediationDetails {
  @TextField('各方', 'Parties', { max: 300 }) parties?: string;
  @TextField('矛盾事项', 'What it is about', { max: 300 }) matter?: string;
  @WishedAt() wishedAt?: string;
}

/** 矛盾调解. */
export const mediation = defineIncidentType({
  code: 'F07',
  key: 'mediation',
  name: { zh: '矛盾调解', en: 'Mediation' },
  kind: 'service',
  group: 'services',
  apco: 'CIVIL',
  advice: {
    zh: '请各方保持克制，备好相关材料，等候联系。',
    en: 'All sides stay calm, have papers ready and wait for a call.',
  },
  priority: 'P4',
  slaProfile: 'RS',
  plan: { version: 1, atOnce: ['PS'], inform: ['XJUST'] },
  details: MediationDetails,
  ask: ['matter', 'parties', 'wishedAt'],
  complete: ['parties', 'matter'],
  words: { 调解: 7, 矛盾: 5, 调停: 6, 协调: 3, 说和: 5, 邻居: 2 },
});
