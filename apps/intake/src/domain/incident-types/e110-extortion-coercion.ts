import { InstantField, TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Amount } from './shared.js';

/** What a report of extortion may add. */
export class ExtortionDetails {
  @TextField('威胁内容', 'Threats', {
    max: 300,
    advice: { zh: '若有人身危险，请立即离开或锁门。', en: 'If you are in danger, leave or lock the door at once.' },
  })
  threats?: string;
  @TextField('索要内容', 'Demands', {
    max: 300,
    advice: { zh: '可以拖延，不要当场付款。', en: 'Play for time; pay nothing on the spot.' },
  })
  demands?: string;
  @TextField('联系方式', 'How they make contact', { max: 200 }) contactMeans?: string;
  @Amount() amountFen?: number;
  @InstantField('对方所给期限', 'Deadline they set', { ahead: true }) deadlineAt?: string;
}

/** 敲诈勒索/强迫交易/暴力讨债. */
export const extortionCoercion = defineIncidentType({
  code: 'E110',
  key: 'extortion_coercion',
  name: { zh: '敲诈勒索/强迫交易/暴力讨债', en: 'Extortion, forced dealing or violent debt collection' },
  kind: 'incident',
  group: 'person',
  apco: 'EXTORT',
  advice: {
    zh: '请先确保人身安全，勿激怒对方，保留录音、短信和转账记录。',
    en: 'Get to safety first, do not provoke them, and keep recordings, messages and payments.',
  },
  priority: 'P2',
  slaProfile: 'R2',
  caseKind: 'criminal',
  plan: { version: 1, atOnce: ['PS', 'CID', 'PAT'], inform: ['LEG'] },
  details: ExtortionDetails,
  ask: ['threats', 'demands', 'deadlineAt', 'contactMeans'],
  complete: ['demands', 'threats', 'contactMeans'],
  words: {
    敲诈: 6,
    勒索: 4,
    强迫交易: 6,
    保护费: 6,
    讨债: 5,
    要挟: 4,
    威胁: 2,
    恐吓: 3,
    逼债: 5,
    泼油漆: 4,
    强买: 5,
    封口费: 4,
    职业打假: 3,
  },
});
