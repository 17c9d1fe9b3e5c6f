import { ChoiceField, TextField, YesNoField } from './fields.js';
import { defineIncidentType } from './incident-type.js';

/** What a report about a trade secret may add: its kind, never its content. */
export class TradeSecretDetails {
  @ChoiceField('秘密类别', 'Kind of secret', ['technical', 'customer', 'financial', 'process', 'other'])
  secretKind?: string;
  @TextField('保密措施', 'Protection measures') protection?: string;
  @YesNoField('是否仍在泄露', 'Still leaking') ongoing?: boolean;
}

/** 侵犯商业秘密. */
export const tradeSecret = defineIncidentType({
  code: 'E108',
  key: 'trade_secret',
  name: { zh: '侵犯商业秘密', en: 'Infringement of a trade secret' },
  kind: 'incident',
  advice: {
    zh: '请勿自行删除或改动数据，留存访问日志、保密制度和合同。',
    en: 'Delete and change no data; keep access logs, secrecy rules and contracts.',
  },
  priority: 'P3',
  slaProfile: 'RE',
  caseKind: 'economic',
  restricted: true,
  plan: { version: 1, atOnce: ['FDE', 'CYB'], inform: ['LEG', 'XIPO', 'XMSA'] },
  escalations: [
    {
      rule: 'ongoing-leak',
      to: 'P2',
      reason: { zh: '秘密仍在泄露', en: 'The secret is still leaking' },
      when: ({ flags, details }) => flags.includes('ongoing_leak') || details.ongoing === true,
    },
  ],
  details: TradeSecretDetails,
});
