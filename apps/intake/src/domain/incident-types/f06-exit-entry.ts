import { ChoiceField, InstantField, NumberField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Request } from './shared.js';

/** What a request about exit and entry may add. */
export class ExitEntryDetails {
  @NumberField('人数', 'People') people?: number;
  @ChoiceField('办理事项', 'Subject', {
    visa: ['签证', 'Visa'],
    residence: ['居留许可', 'Residence permit'],
    permit: ['往来港澳台证件', 'Permit for Hong Kong, Macao or Taiwan'],
    passport: ['护照', 'Passport'],
    other: ['其他', 'Other'],
  })
  matter?: string;
  @InstantField('出行时间', 'Travel', { ahead: true }) travelAt?: string;
  @Request() request?: string;
}

/** 出入境便利. The APCO list has emergencies, not services. */
export const exitEntry = defineIncidentType({
  code: 'F06',
  key: 'exit_entry',
  name: { zh: '出入境便利', en: 'Exit–entry service' },
  kind: 'service',
  group: 'services',
  advice: { zh: '请备好护照、邀请函和行程材料。', en: 'Have passports, invitations and itinerary ready.' },
  priority: 'P4',
  slaProfile: 'RS',
  plan: { version: 1, atOnce: ['EEA'], inform: [] },
  details: ExitEntryDetails,
  ask: ['matter', 'people', 'travelAt'],
  complete: ['matter', 'people'],
  words: { 签证: 7, 护照: 7, 出入境: 8, 外籍: 4, 居留: 7, 外国专家: 5, 港澳: 6, 出国: 6, 外国: 3 },
});
