import { NumberField, TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Amount, Appeal } from './shared.js';

/** What a report of a labour dispute may add. A crowd raises it as it raises every type. */
export class LabourDetails {
  @NumberField('涉及人数', 'Workers concerned') workers?: number;
  @Amount() amountFen?: number;
  @NumberField('拖欠月数', 'Months owed') months?: number;
  @Appeal() appeal?: string;
  @TextField('用工单位', 'Employer', { max: 200 }) employer?: string;
}

/** 劳资纠纷/讨薪聚集. */
export const labourDispute = defineIncidentType({
  code: 'E601',
  key: 'labour_dispute',
  name: { zh: '劳资纠纷/讨薪聚集', en: 'Labour dispute or gathering for wages' },
  kind: 'incident',
  group: 'disputes',
  apco: 'CIVIL',
  advice: {
    zh: '请有负责人出面沟通、如实说明，勿激化矛盾，备好考勤和工资表。',
    en: 'Have somebody in charge talk to them and tell the truth; calm things down and have the wage lists ready.',
  },
  priority: 'P3',
  slaProfile: 'R3',
  plan: { version: 1, atOnce: ['PS', 'SEC'], inform: ['XHRSS', 'XGOV'] },
  details: LabourDetails,
  ask: ['workers', 'appeal', 'amountFen', 'months', 'employer'],
  complete: ['workers', 'amountFen', 'months'],
  words: {
    讨薪: 8,
    欠薪: 8,
    工资: 6,
    拖欠: 3,
    劳资: 7,
    工人: 3,
    民工: 5,
    罢工: 6,
    赔偿金: 3,
    发工资: 5,
    工钱: 7,
    薪: 4,
  },
});
