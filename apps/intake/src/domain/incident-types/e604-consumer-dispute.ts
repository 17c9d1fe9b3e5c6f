import { TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Amount } from './shared.js';

/** What a report of a consumer dispute may add. */
export class ConsumerDetails {
  @TextField('对方诉求', 'What the customer claims', {
    max: 300,
    advice: { zh: '请把顾客请到安静处说明，不要争吵。', en: 'Talk in a quiet place and do not quarrel.' },
  })
  claim?: string;
  @TextField('订单或票据', 'Order or bill', { max: 100 }) order?: string;
  @Amount() amountFen?: number;
}

/** 消费/售后纠纷. */
export const consumerDispute = defineIncidentType({
  code: 'E604',
  key: 'consumer_dispute',
  name: { zh: '消费/售后纠纷', en: 'Consumer dispute' },
  kind: 'incident',
  group: 'disputes',
  apco: 'CIVIL',
  advice: {
    zh: '请保存订单、票据和沟通记录，保持克制；也可拨打 12315 投诉。',
    en: 'Keep order, bill and messages, and stay calm; 12315 takes complaints as well.',
  },
  priority: 'P4',
  slaProfile: 'R3',
  plan: { version: 1, atOnce: ['PS'], inform: ['X12345', 'XMSA'] },
  details: ConsumerDetails,
  ask: ['claim', 'order', 'amountFen'],
  complete: ['claim'],
  words: {
    顾客: 5,
    消费者: 5,
    退款: 5,
    退货: 5,
    售后: 6,
    退车: 5,
    客户要求退: 4,
    索赔: 3,
    门店: 3,
    维修: 3,
    消费: 3,
    退钱: 5,
  },
});
