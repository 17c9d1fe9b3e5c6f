import type { TypeGroup } from '#contracts';
import type { Texts } from '#domain-kit';

/** What the groups are called. */
export const GROUP_NAMES: Readonly<Record<TypeGroup, Texts>> = {
  property: { zh: '财物与诈骗', en: 'Property and fraud' },
  disorder: { zh: '有人闹事堵门', en: 'Trouble at the gate' },
  person: { zh: '人身安全', en: 'People in danger' },
  fire: { zh: '火灾与生产安全', en: 'Fire and safety at work' },
  cyber: { zh: '网络与数据', en: 'Network and data' },
  secrets: { zh: '商业秘密与知识产权', en: 'Trade secrets and intellectual property' },
  traffic: { zh: '交通与物流', en: 'Traffic and freight' },
  disputes: { zh: '各类纠纷', en: 'Disputes' },
  services: { zh: '服务、线索与其他', en: 'Services, tips and anything else' },
};
