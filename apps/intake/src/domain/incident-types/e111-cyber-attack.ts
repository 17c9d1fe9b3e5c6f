import { ChoiceField, TextField, YesNoField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { StartedAt } from './shared.js';

/** What a report of an attack may add. */
export class CyberAttackDetails {
  @YesNoField('核心系统是否瘫痪', 'Critical system is down', {
    advice: { zh: '请拔掉网线，不要关机、不要重装。', en: 'Pull the network cable; do not switch off or reinstall.' },
  })
  criticalDown?: boolean;
  @TextField('受影响系统', 'System affected', { max: 200 }) system?: string;
  @StartedAt() startedAt?: string;
  @TextField('备份情况', 'State of backups', {
    max: 200,
    advice: { zh: '请立即断开备份设备。', en: 'Disconnect the backups at once.' },
  })
  backup?: string;
  @ChoiceField('等保级别', 'Level of protection (MLPS)', {
    none: ['未定级', 'None'],
    two: ['二级', 'Level 2'],
    three: ['三级', 'Level 3'],
    four: ['四级', 'Level 4'],
  })
  protectionLevel?: string;
  @TextField('勒索信息', 'Ransom note', {
    max: 500,
    advice: { zh: '请拍照保存，不要付款、不要联系对方。', en: 'Take a picture; do not pay and do not answer.' },
  })
  ransomNote?: string;
}

/** 网络攻击/勒索病毒. */
export const cyberAttack = defineIncidentType({
  code: 'E111',
  key: 'cyber_attack',
  name: { zh: '网络攻击/勒索病毒', en: 'Cyber attack or ransomware' },
  kind: 'incident',
  group: 'cyber',
  apco: 'INTERNET',
  advice: {
    zh: '请立即断网，但不要关机、不要重装，保留勒索信息和日志。',
    en: 'Disconnect from the network, but do not switch off or reinstall; keep the ransom note and logs.',
  },
  priority: 'P2',
  slaProfile: 'RC',
  caseKind: 'criminal',
  plan: { version: 1, atOnce: ['CYB', 'CID', 'PS'], inform: [] },
  escalations: [
    {
      rule: 'critical-system-down',
      to: 'P1',
      reason: { zh: '核心系统瘫痪', en: 'A critical system is down' },
      when: ({ flags, details }) => details.criticalDown === true || flags.includes('critical_service'),
    },
  ],
  details: CyberAttackDetails,
  ask: ['criticalDown', 'system', 'startedAt', 'backup', 'ransomNote'],
  complete: ['system', 'startedAt', 'backup'],
  words: {
    勒索病毒: 8,
    病毒: 5,
    黑客: 6,
    攻击: 4,
    服务器: 3,
    加密: 3,
    系统: 1,
    瘫痪: 3,
    比特币: 5,
    入侵: 5,
    删库: 6,
    数据库: 2,
    打不开: 2,
    中毒: 3,
    木马: 5,
    网站: 2,
  },
});
