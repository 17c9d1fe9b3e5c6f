import { NumberField, TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';

/** What a report of congestion may add. */
export class CongestionDetails {
  @NumberField('排队长度（米）', 'Queue (m)') queueM?: number;
  @NumberField('等候时间（分钟）', 'Wait (min)') waitMin?: number;
  @TextField('受阻车道或路口', 'Lanes or junction blocked', {
    max: 200,
    advice: { zh: '请保留应急车道。', en: 'Keep the emergency lane free.' },
  })
  lanes?: string;
  @TextField('原因', 'Cause', { max: 200 }) cause?: string;
}

/**
 * 货运通道/园区拥堵受阻. A queue of more than 500 m or 30 min is worth a report; a critical service that suffers raises it as
 * it raises every type. The APCO list has hazards on the road, no congestion.
 */
export const freightCongestion = defineIncidentType({
  code: 'E302',
  key: 'freight_congestion',
  name: { zh: '货运通道/园区拥堵受阻', en: 'Freight road congested' },
  kind: 'incident',
  group: 'traffic',
  advice: {
    zh: '请安排人员在路口引导，车辆依次等候，勿占用应急车道。',
    en: 'Have somebody guide vehicles at the junction; queue in turn and keep the emergency lane free.',
  },
  priority: 'P3',
  slaProfile: 'R3',
  plan: { version: 1, atOnce: ['TRF', 'PS'], inform: ['XTRANS', 'XGOV'] },
  details: CongestionDetails,
  ask: ['lanes', 'queueM', 'waitMin', 'cause'],
  complete: ['queueM', 'lanes'],
  words: {
    拥堵: 7,
    堵车: 7,
    排队: 4,
    货运通道: 6,
    红绿灯: 3,
    进不来: 3,
    压车: 4,
    物流: 2,
    车辆: 1,
    通道: 2,
    堵得: 5,
    园区道路: 4,
    排长队: 5,
  },
});
