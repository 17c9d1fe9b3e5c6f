import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { testProfile } from '#testing';
import { ownSystem, type OwnSystem, type Running } from '../kit/system.mjs';
import { openLive, type LiveClient } from '../service/notifications.client.js';

/** Whatever ended a session, this is the longest that any process goes on believing it. */
const PROMISE_MS = 2_000;
const SLOW_MS = 180_000;
/** A route of each service; what it says of roles (403) it says to those alone whose session it believes. */
const ASKED = {
  intake: '/api/v1/incident-types',
  routing: '/api/v1/assignments?unit=me&limit=1',
  cases: '/api/v1/incident-files?limit=1',
  notifications: '/api/v1/notices?limit=1',
  identity: '/api/v1/sessions/current',
};

describe(`sessions end in every process on ${testProfile()}`, () => {
  let system: OwnSystem;
  let running: Running;
  beforeAll(async () => {
    system = await ownSystem(testProfile(), { label: 'ends', say: () => undefined });
    running = await system.start({ portBase: 0 });
  }, SLOW_MS);
  afterAll(async () => {
    await running?.stop();
    await system?.remove();
  }, SLOW_MS);

  const urlOf = (service: string): string => running.services?.[service]?.url ?? running.baseUrl;
  const send = (method: string, url: string, headers: Record<string, string>, body?: object): Promise<Response> =>
    fetch(url, {
      method,
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  const signIn = async (account: string): Promise<{ token: string; accountId: string }> => {
    const body = { account, password: system.password };
    const answer = await send('POST', `${running.baseUrl}/api/v1/sessions`, {}, body);
    expect(answer.status).toBe(201);
    const { accessToken, caller } = (await answer.json()) as { accessToken: string; caller: { accountId: string } };
    return { token: accessToken, accountId: caller.accountId };
  };
  const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
  /** Whether each process believes a token. */
  const believed = async (token: string): Promise<Record<string, boolean>> =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(ASKED).map(async ([service, path]) => {
          const answer = await send('GET', urlOf(service) + path, bearer(token));
          await answer.body?.cancel();
          expect([200, 403, 401]).toContain(answer.status);
          return [service, answer.status !== 401] as const;
        }),
      ),
    );
  const each = (yes: boolean): Record<string, boolean> =>
    Object.fromEntries(Object.keys(ASKED).map((service) => [service, yes]));

  /** Milliseconds from the answer to an act until every process refuses the token and both its streams have ended. */
  const msUntilOver = async (token: string, act: () => Promise<Response>): Promise<number> => {
    const streams: LiveClient[] = [];
    for (const base of [running.baseUrl, urlOf('notifications')])
      streams.push(await openLive(`${base}/api/v1/live`, bearer(token)));
    expect(await believed(token)).toEqual(each(true));
    const done = await act();
    expect([200, 204]).toContain(done.status);
    const from = performance.now();
    const over = async (): Promise<boolean> =>
      streams.every(({ ended }) => ended) && Object.values(await believed(token)).every((yes) => !yes);
    while (!(await over())) {
      if (performance.now() - from > 3 * PROMISE_MS) break;
      await sleep(20);
    }
    const ms = performance.now() - from;
    expect(await believed(token)).toEqual(each(false));
    expect(streams.map(({ ended }) => ended)).toEqual([true, true]);
    return ms;
  };

  const change = async (account: string, body: object): Promise<Response> => {
    const admin = await signIn('admin');
    const listed = await send('GET', `${running.baseUrl}/api/v1/accounts?limit=200`, bearer(admin.token));
    const { items } = (await listed.json()) as { items: { accountId: string; account: string; version: number }[] };
    const found = items.find((item) => item.account === account);
    const headers = {
      ...bearer(admin.token),
      'if-match': `"${found?.version ?? 0}"`,
      'idempotency-key': randomUUID(),
    };
    return send('PATCH', `${running.baseUrl}/api/v1/accounts/${found?.accountId ?? ''}`, headers, body);
  };

  it(
    'within two seconds of signing out, of being disabled and of another role, and nobody else does',
    async () => {
      const bystander = await signIn('PS01');
      const signedOut = await signIn('PS02');
      const other = await signIn('PS02');
      const out = await msUntilOver(signedOut.token, () =>
        send('DELETE', `${running.baseUrl}/api/v1/sessions/current`, bearer(signedOut.token)),
      );
      expect(await believed(other.token)).toEqual(each(true));
      const { token } = await signIn('PS02');
      const disabled = await msUntilOver(token, () => change('PS02', { disabled: true }));
      expect(await believed(other.token)).toEqual(each(false));
      const demoted = await signIn('CID01');
      const role = await msUntilOver(demoted.token, () => change('CID01', { roles: ['officer'] }));
      process.stderr.write(`${JSON.stringify({ out, disabled, role })}\n`);
      expect(Math.max(out, disabled, role)).toBeLessThanOrEqual(PROMISE_MS);
      expect(await believed(bystander.token)).toEqual(each(true));
    },
    SLOW_MS,
  );

  it(
    'and not when the key is changed: under traffic nobody is refused, and new sessions are signed with the new key',
    async () => {
      const before = await signIn('PS03');
      const kidOf = ({ token }: { token: string }): unknown =>
        (JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }).kid;
      const rotated = system.cli(['keys', 'rotate']);
      let over = false;
      void rotated.then(() => (over = true));
      const tokens = [before];
      let newKey = false;
      for (const until = Date.now() + 60_000; (!over || !newKey) && Date.now() < until; await sleep(250)) {
        const fresh = await signIn('PS03');
        tokens.push(fresh);
        newKey = kidOf(fresh) !== kidOf(before);
        expect(await believed(fresh.token)).toEqual(each(true));
        expect(await believed(before.token)).toEqual(each(true));
      }
      await rotated;
      expect(newKey).toBe(true);
      for (const { token } of tokens) expect(await believed(token)).toEqual(each(true));
    },
    SLOW_MS,
  );
});
