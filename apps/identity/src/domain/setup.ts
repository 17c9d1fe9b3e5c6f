import { defineRefusal } from '#domain-kit';
import type { Role } from '#contracts';
import { checkName } from './account.js';

/** The three administrators of a new deployment, as they are asked for (separation of the three, GB/T 22239-2019, level 3). */
export const FIRST_ADMINISTRATORS = {
  system: 'sys_admin',
  security: 'sec_admin',
  audit: 'audit_admin',
} as const satisfies Record<string, Role>;

/** Which of the three. */
export type FirstAdministrator = keyof typeof FIRST_ADMINISTRATORS;

/** The three, in the order in which they are asked for. */
export const FIRST_THREE = Object.keys(FIRST_ADMINISTRATORS) as FirstAdministrator[];

/** Whoever will be one of the three. */
export interface FirstPerson {
  account: string;
  name: string;
}

/** Who the three will be. */
export type FirstPeople = Readonly<Record<FirstAdministrator, FirstPerson>>;

/** The way into an empty deployment; one row at most. */
export interface SetupRow {
  id: 'setup';
  /** Hash of the secret in the link to the page; absent where a command did it. */
  linkHash?: string;
  linkUntil?: Date;
  /** When the administrators were made. */
  doneAt?: Date;
}

/** 409: somebody has an account here already. */
export const setupDone = defineRefusal({
  code: 'setup.done',
  kind: 'conflict',
  zh: '系统已经完成初始化。口令遗失的，请在服务器上运行 qijing user reset',
  en: 'Qijing is set up already. Whoever lost a secret: run `qijing user reset` on the machine',
});

/** 422: the link is wrong or too old. */
export const setupLinkRefused = defineRefusal({
  code: 'setup.link-refused',
  kind: 'unprocessable',
  zh: '链接无效或已过期，请在服务器上运行 qijing setup 重新生成',
  en: 'The link is wrong or too old: run `qijing setup` on the machine for another one',
  pointer: '/secret',
});

/** 422: one person would be two of the three. */
export const setupOfThree = defineRefusal({
  code: 'setup.three-people',
  kind: 'unprocessable',
  zh: '系统、安全、审计三类管理员须是三个不同的人、三个不同的账号',
  en: 'The administrators of system, security and audit are three people with three accounts',
});

/** Refuses people who are not three, and sign-in names that are none. Throws 422 `setup.three-people` and what `checkName` throws. */
export function checkThree(people: FirstPeople): void {
  for (const which of FIRST_THREE) checkName(people[which].account, `/${which}/account`);
  const of = (text: (person: FirstPerson) => string) => new Set(FIRST_THREE.map((which) => text(people[which]))).size;
  if (of(({ account }) => account.toLowerCase()) < 3 || of(({ name }) => name) < 3) throw setupOfThree();
}
