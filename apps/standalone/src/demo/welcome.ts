import type { SeededDemo } from './seed-demo.js';

/** What a newcomer reads after the start: where to go and how to sign in. */
export function welcome(url: string, seeded: SeededDemo): string {
  const lines = [
    '',
    `  Qijing 企警快处  ${url}`,
    `  接口文档 API     ${url}/api/docs`,
    '',
    ...demoAccounts(seeded),
    '',
    '  Ctrl-C 停止 to stop',
    '',
  ];
  return `${lines.join('\n')}\n`;
}

/** Who can sign in to the demo, and with what: all that a command can tell that starts nothing. */
export function demoAccounts({ accounts, password }: SeededDemo): string[] {
  const desk = accounts.filter(({ account }) => /^[a-z]/.test(account));
  const units = accounts.filter(({ account }) => /^[A-Z]/.test(account));
  return [
    '  演示账号 Demo accounts (仅供演示 demo only):',
    ...desk.map(({ account, name }) => `    ${account.padEnd(12)} ${name}`),
    `    ${units.map(({ account }) => account).join(' ')}`,
    `  密码 Password    ${password}`,
  ];
}
