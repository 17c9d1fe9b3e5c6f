import { jest } from '@jest/globals';
import { Clock, storesOf } from '#platform';
import type { Database } from '#persistence';
import { cookieTokenOf, send, type Answer } from '../abuse/client.js';
import { PASSWORD, startSystem, type System } from '../abuse/system.js';

/** An account as the administrators see it. */
export interface Seen {
  readonly accountId: string;
  readonly account: string;
  readonly disabled: boolean;
  readonly hasPassword: boolean;
  readonly version: number;
  readonly pending?: { reset?: boolean; unitId?: string };
  readonly handedOut?: { secret: string; until: string };
}

/** The product, and what people and administrators do with accounts. */
export class AccountsStage {
  private constructor(readonly system: System) {}

  static async open(environment: Record<string, string> = {}): Promise<AccountsStage> {
    return new AccountsStage(await startSystem({ QIJING_SIGN_IN_PER_MINUTE: '0', ...environment }));
  }

  get database(): Database {
    return storesOf(this.system.app).find(({ service }) => service === 'identity')!.database;
  }

  /** Signs in as a page does; `newPassword` takes the place of the password. */
  signIn(account: string, password = PASSWORD, newPassword?: string): Promise<Answer> {
    return this.post('sessions', { account, password, newPassword }, { origin: new URL(this.system.url).origin });
  }

  async token(account: string, password = PASSWORD): Promise<string> {
    const answer = await this.signIn(account, password);
    if (answer.status !== 201) throw new Error(`${account}: ${answer.status} ${answer.text}`);
    return cookieTokenOf(answer);
  }

  post(path: string, body: object = {}, headers: Record<string, string> = {}, token?: string): Promise<Answer> {
    const request = { method: 'POST', path: `/api/v1/${path}`, body, headers };
    return send(this.system.url, token === undefined ? request : { ...request, token });
  }

  /** An administrator's act on whatever version there is; throws unless it succeeds. */
  async act(as: string, path: string, body: object = {}, method = 'POST'): Promise<Seen> {
    const token = await this.token(as);
    const headers = { 'if-match': '*' };
    const answer = await send(this.system.url, { method, path: `/api/v1/${path}`, body, headers, token });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return JSON.parse(answer.text) as Seen;
  }

  /** An account whose person has set this password. */
  async person(account: string, password: string, more: object = { roles: ['analyst'] }): Promise<Seen> {
    const { accountId } = await this.act('admin', 'accounts', { account, name: '张伟', ...more });
    const { handedOut } = await this.act('admin', `accounts/${accountId}/reset`);
    const set = await this.setPassword(handedOut?.secret ?? '', password);
    if (set.status !== 200) throw new Error(set.text);
    return this.seen(account);
  }

  setPassword(secret: string, password: string): Promise<Answer> {
    return this.post('passwords', { secret, password });
  }

  async seen(account: string): Promise<Seen> {
    const token = await this.token('security');
    const { text } = await send(this.system.url, { method: 'GET', path: '/api/v1/accounts?limit=200', token });
    const { items } = JSON.parse(text) as { items: Seen[] };
    return items.find((each) => each.account === account)!;
  }

  /** Puts the clock forward, until mocks are restored. */
  later(ms: number): void {
    const at = new Date(Date.now() + ms);
    jest.spyOn(this.system.app.get(Clock), 'now').mockReturnValue(at);
  }
}
