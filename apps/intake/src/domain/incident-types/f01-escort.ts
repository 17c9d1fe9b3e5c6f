import { InstantField, ListField, NumberField, TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Cargo, Vehicles } from './shared.js';

/** A place on the way. */
export class RoutePoint {
  @TextField('地点', 'Place', { required: true, max: 200 }) place!: string;
  @InstantField('预计经过时间', 'Expected at', { ahead: true }) expectedAt?: string;
}

/** What a request for an escort may add. Sizes are of vehicle and load together. */
export class EscortDetails {
  @InstantField('出发时间', 'Departure', { ahead: true }) departAt?: string;
  @TextField('路线', 'Route') route?: string;
  @ListField('途经点', 'Points of the route', RoutePoint) routePoints?: RoutePoint[];
  @Cargo() cargo?: string;
  @Vehicles() vehicles?: number;
  @NumberField('总长（厘米）', 'Length (cm)') lengthCm?: number;
  @NumberField('总宽（厘米）', 'Width (cm)') widthCm?: number;
  @NumberField('总高（厘米）', 'Height (cm)') heightCm?: number;
  @NumberField('总重（千克）', 'Weight (kg)') weightKg?: number;
  @TextField('超限运输许可证号', 'Permit for oversized loads', {
    max: 100,
    advice: { zh: '超限运输请先办理许可证。', en: 'An oversized load needs a permit first.' },
  })
  permit?: string;
  @InstantField('可通行时段起', 'May pass from', { ahead: true }) windowFromAt?: string;
  @InstantField('可通行时段止', 'May pass until', { ahead: true }) windowToAt?: string;
}

/** 护送. */
export const escort = defineIncidentType({
  code: 'F01',
  key: 'escort',
  name: { zh: '护送', en: 'Escort' },
  kind: 'service',
  group: 'services',
  apco: 'ADMIN',
  advice: {
    zh: '请备好车辆、货物和路线资料，保持电话畅通。',
    en: 'Have vehicle, cargo and route papers at hand, and stay reachable.',
  },
  priority: 'P4',
  slaProfile: 'RS',
  plan: { version: 1, atOnce: ['TRF'], inform: [] },
  details: EscortDetails,
  ask: ['departAt', 'route', 'cargo', 'vehicles', 'permit'],
  complete: ['departAt', 'route', 'cargo', 'vehicles'],
  words: { 护送: 7, 押运: 5, 超限: 6, 大件: 6, 开道: 6, 引导车辆: 5, 超宽: 6, 风电: 4, 运输: 2 },
});
