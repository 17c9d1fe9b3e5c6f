import { IncidentFactsAdded, type BilingualText, type DangerFlag } from '#contracts';
import { formatYuan } from '#domain-kit';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** More is known: all facts as they are now, and the grading of all of them. A new suspicion restricts by an event of its own. */
export const incidentFactsAdded = defineFileEvent({
  event: IncidentFactsAdded,
  apply: (file, event) => ({
    ...file,
    priority: event.priority,
    firedRules: event.firedRules,
    enterpriseRelated: event.enterpriseRelated,
    ...(event.enterprise && { enterprise: event.enterprise }),
    ...(event.occurredFrom !== undefined && { occurredFrom: event.occurredFrom }),
    ...(event.occurredTo !== undefined && { occurredTo: event.occurredTo }),
    flags: event.flags,
    crowd: event.crowd,
    injured: event.injured,
    estimatedLossFen: event.estimatedLossFen,
    details: event.details,
    insiderSuspected: file.insiderSuspected || event.flags.includes('insider_suspected'),
  }),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: (event) => {
    const { from, priority } = event;
    const news = newsOf(event);
    const raised = from === priority ? text('', '') : text(`；等级由 ${from} 升为 ${priority}`, `; priority raised from ${from} to ${priority}`); // prettier-ignore
    return text(
      `情况补充：${news.map(({ zh }) => zh).join('、')}${raised.zh}`,
      `More is known: ${news.map(({ en }) => en).join(', ')}${raised.en}`,
    );
  },
  seenBy: POLICE,
});

const FLAG_WORDS: Readonly<Record<DangerFlag, BilingualText>> = {
  life_threat: text('生命危险', 'danger to life'),
  weapon: text('持械', 'a weapon'),
  fire_explosion: text('火灾或爆炸', 'fire or explosion'),
  hazmat_release: text('危险物质泄漏', 'release of a hazardous substance'),
  hostage: text('挟持人质', 'a hostage'),
  in_progress: text('正在发生', 'in progress'),
  suspect_on_scene: text('嫌疑人在现场', 'suspect on the scene'),
  transfer_within_24h: text('24 小时内转账', 'transfer within 24 hours'),
  production_halted: text('生产停顿', 'production halted'),
  critical_service: text('关键服务受影响', 'critical service affected'),
  ongoing_leak: text('仍在泄露', 'still leaking'),
  insider_suspected: text('疑有内部人员', 'insider suspected'),
  foreign_national: text('涉及外国人', 'a foreign national is involved'),
  rail_land: text('位于铁路用地', 'on railway land'),
};

function newsOf(event: IncidentFactsAdded): BilingualText[] {
  const { grown, newFlags, enterprise, crowd, injured, estimatedLossFen } = event;
  const news = newFlags.map((flag) => FLAG_WORDS[flag]);
  if (enterprise) news.push(text(`涉及企业${enterprise.name}`, `it is about ${enterprise.name}`));
  if (grown.includes('injured')) news.push(text(`受伤 ${injured} 人`, `${injured} injured`));
  if (grown.includes('crowd')) news.push(text(`聚集 ${crowd} 人`, `crowd of ${crowd}`));
  if (grown.includes('estimatedLossFen')) {
    const yuan = formatYuan(estimatedLossFen);
    news.push(text(`损失约 ${yuan} 元`, `a loss of about ${yuan} yuan`));
  }
  if (grown.includes('details')) news.push(text('该类警情的信息', 'particulars of its type'));
  if (grown.includes('occurredFrom') || grown.includes('occurredTo')) news.push(text('发生时间', 'when it happened'));
  return news;
}
