import { InstantField, TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';

/** What a report of rumours may add. */
export class DefamationDetails {
  @TextField('链接', 'Links', {
    max: 1000,
    advice: { zh: '请先截图、录屏，再反映。', en: 'Take screenshots and recordings first.' },
  })
  links?: string;
  @TextField('传播情况', 'How far it spread', { max: 200 }) spread?: string;
  @TextField('对方索要', 'What they demand', {
    max: 300,
    advice: { zh: '不要付费删帖。', en: 'Do not pay for deletion.' },
  })
  demands?: string;
  @InstantField('首次发现时间', 'First seen') firstSeenAt?: string;
}

/** 涉企网络谣言/商誉损害. */
export const onlineDefamation = defineIncidentType({
  code: 'E115',
  key: 'online_defamation',
  name: { zh: '涉企网络谣言/商誉损害', en: 'Online rumours and defamation' },
  kind: 'incident',
  group: 'cyber',
  apco: 'INTERNET',
  advice: {
    zh: '请截图录屏并保存链接，不要转发、不要对骂、不要付费删帖。',
    en: 'Take screenshots and keep the links; do not forward, quarrel or pay for deletion.',
  },
  priority: 'P3',
  slaProfile: 'RC',
  caseKind: 'economic',
  plan: { version: 1, atOnce: ['CYB', 'ECID', 'PS'], inform: [] },
  details: DefamationDetails,
  ask: ['demands', 'links', 'spread', 'firstSeenAt'],
  complete: ['links', 'spread'],
  words: {
    谣言: 6,
    造谣: 6,
    抹黑: 6,
    诽谤: 6,
    视频: 1,
    发帖: 4,
    商誉: 6,
    网上: 2,
    抖音: 3,
    公众号: 3,
    删帖: 4,
    不实: 4,
    差评: 3,
    自媒体: 4,
  },
});
