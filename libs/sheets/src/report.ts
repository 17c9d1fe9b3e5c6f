import type { HandedOut, ImportAnswer } from './import-file.js';
import { writeCsv } from './csv.js';

/** Every row of an import and what became of it, as a CSV file. */
export const reportFile = ({ verdicts }: ImportAnswer): Buffer =>
  writeCsv([
    ['行 row', '结果 outcome', '列 column', '内容 value', '代码 code', '原因', 'reason'],
    ...verdicts.map((verdict) => {
      if (verdict.outcome !== 'refused') return [String(verdict.row), verdict.outcome, '', '', '', '', ''];
      const { row, outcome, column = '', value = '', refusal } = verdict;
      return [String(row), outcome, column, value, refusal.code, refusal.messages.zh, refusal.messages.en];
    }),
  ]);

/** What was handed out, as lines of a CSV file without a header. */
export const handedOutLines = (handed: readonly HandedOut[]): string =>
  handed.map(({ to, secret, until }) => `${to},${secret},${until.toISOString()}\r\n`).join('');
