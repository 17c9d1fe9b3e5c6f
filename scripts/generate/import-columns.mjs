import { inRoot } from '../lib/paths.mjs';

const TITLES = { areas: 'Areas 辖区', units: 'Units 单位', enterprises: 'Enterprises 企业', accounts: 'Accounts 账号' };

/** What files for `qijing import` hold, column by column, as the sheets of the services say. */
export async function importColumnsText() {
  const { KIND_WORDS, kindOf } = await import(inRoot('dist/apps/standalone/src/cli/import/kinds.js'));
  const { formatsOf } = await import(inRoot('dist/libs/sheets/src/index.js'));
  const parts = KIND_WORDS.map((kind) => {
    const { sheet } = kindOf(kind);
    const rows = Object.entries(sheet.columns).map(([field, { name, about, required, samples }]) =>
      [
        `${name.zh}`,
        name.en,
        `\`${field}\``,
        required ? '必填 yes' : '',
        about.zh,
        about.en,
        samples.find(Boolean) ?? '',
      ]
        .map((cell) => cell.replaceAll('|', '\\|'))
        .join(' | '),
    );
    return [
      `## ${TITLES[kind]}`,
      '',
      `\`${kind}\`: ${formatsOf(sheet).join(', ')}.`,
      '',
      '| 列 | Column | Field | Required | 说明 | What | Sample |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      ...rows.map((row) => `| ${row} |`),
    ].join('\n');
  });
  return `# Columns of files to import 导入文件的列\n\nWritten by \`npm run generate\`. A header may use any of the three names.\n\n${parts.join('\n\n')}\n`;
}
