import { InstantField, TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Cargo, Vehicles } from './shared.js';

/** What a request for a pass may add. */
export class PassDetails {
  @Vehicles() vehicles?: number;
  @TextField('车牌号', 'Number plates', { max: 200 }) plates?: string;
  @Cargo() cargo?: string;
  @TextField('路线', 'Route') route?: string;
  @InstantField('开始时间', 'From', { ahead: true }) windowFromAt?: string;
  @InstantField('结束时间', 'Until', { ahead: true }) windowToAt?: string;
}

/** 通行证/绿色通道. The APCO list has emergencies, not services. */
export const pass = defineIncidentType({
  code: 'F02',
  key: 'pass',
  name: { zh: '通行证/绿色通道', en: 'Pass or green lane' },
  kind: 'service',
  group: 'services',
  advice: {
    zh: '请备好行驶证、驾驶证和运输证明。',
    en: 'Have vehicle licence, driving licence and transport papers ready.',
  },
  priority: 'P4',
  slaProfile: 'RS',
  plan: { version: 1, atOnce: ['TRF', 'ADM'], inform: [] },
  details: PassDetails,
  ask: ['plates', 'cargo', 'route', 'windowFromAt', 'windowToAt'],
  complete: ['plates', 'route', 'windowFromAt'],
  words: { 通行证: 8, 绿色通道: 7, 货车进城: 6, 限行: 6, 禁行: 6, 进城: 3 },
});
