import { ChoiceField, TextField, YesNoField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { ongoingLeak } from './shared.js';

/** What a report about a trade secret may add: its kind, never its content. */
export class TradeSecretDetails {
  @YesNoField('是否仍在泄露', 'Still leaking', {
    advice: {
      zh: '请立即收回权限，不要关机、不要删除。',
      en: 'Withdraw access at once; switch nothing off and delete nothing.',
    },
  })
  ongoing?: boolean;
  @ChoiceField('秘密类别', 'Kind of secret', {
    technical: ['技术', 'Technical'],
    customer: ['客户', 'Customers'],
    financial: ['财务', 'Finance'],
    process: ['工艺', 'Process'],
    other: ['其他', 'Other'],
  })
  secretKind?: string;
  @TextField('保密措施', 'Protection measures') protection?: string;
  @TextField('可能泄露的途径', 'How it may have got out', { max: 300 }) holder?: string;
}

/** 侵犯商业秘密. The APCO list has nothing near. */
export const tradeSecret = defineIncidentType({
  code: 'E108',
  key: 'trade_secret',
  name: { zh: '侵犯商业秘密', en: 'Infringement of a trade secret' },
  kind: 'incident',
  group: 'secrets',
  advice: {
    zh: '请勿自行删除或改动数据，留存访问日志、保密制度和合同。',
    en: 'Delete and change no data; keep access logs, secrecy rules and contracts.',
  },
  priority: 'P3',
  slaProfile: 'RE',
  caseKind: 'economic',
  restricted: true,
  plan: { version: 1, atOnce: ['FDE', 'CYB'], inform: ['LEG', 'XIPO', 'XMSA'] },
  escalations: [ongoingLeak({ zh: '秘密仍在泄露', en: 'The secret is still leaking' })],
  details: TradeSecretDetails,
  ask: ['ongoing', 'secretKind', 'holder', 'protection'],
  complete: ['secretKind', 'protection'],
  words: {
    商业秘密: 7,
    图纸: 4,
    技术资料: 4,
    配方: 4,
    源代码: 4,
    泄密: 5,
    跳槽: 4,
    工艺: 3,
    客户名单: 3,
    离职: 2,
    竞争对手: 2,
    拷贝: 3,
    拷走: 3,
  },
});
