import { TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';

/** What a suggestion may add. */
export class SuggestionDetails {
  @TextField('建议事项', 'Subject', { max: 200 }) subject?: string;
  @TextField('建议内容', 'Proposal', { max: 500 }) proposal?: string;
}

/** 意见建议. */
export const suggestion = defineIncidentType({
  code: 'F10',
  key: 'suggestion',
  name: { zh: '意见建议', en: 'Suggestion' },
  kind: 'service',
  group: 'services',
  apco: 'INFO',
  advice: { zh: '感谢您的建议，请留下联系方式以便答复。', en: 'Thank you; leave a number so that we can answer.' },
  priority: 'P4',
  slaProfile: 'RS',
  plan: { version: 1, atOnce: ['ESO'], inform: [] },
  details: SuggestionDetails,
  ask: ['subject', 'proposal'],
  complete: ['subject'],
  words: { 建议: 6, 意见: 5, 希望增加: 4, 改进: 4, 优化: 4, 营商环境: 6 },
});
