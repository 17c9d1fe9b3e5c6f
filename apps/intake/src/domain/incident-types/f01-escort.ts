import { InstantField, NumberField, TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';

/** What a request for an escort may add. */
export class EscortDetails {
  @InstantField('出发时间', 'Departure', { ahead: true }) departAt?: string;
  @TextField('路线', 'Route') route?: string;
  @TextField('货物', 'Cargo', { max: 200 }) cargo?: string;
  @NumberField('车辆数', 'Vehicles') vehicles?: number;
}

/** 护送 (service request). */
export const escort = defineIncidentType({
  code: 'F01',
  key: 'escort',
  name: { zh: '护送', en: 'Escort' },
  kind: 'service',
  advice: {
    zh: '请备好车辆、货物和路线资料，保持电话畅通。',
    en: 'Have vehicle, cargo and route papers at hand, and stay reachable.',
  },
  priority: 'P4',
  slaProfile: 'RS',
  plan: { version: 1, atOnce: ['TRF'], inform: [] },
  details: EscortDetails,
});
