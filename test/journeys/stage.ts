import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OTHER_ENTERPRISE_ID, DEMO_ENTERPRISE_ID } from '../../apps/standalone/src/demo/data/enterprises.js';
import { HttpTown } from '../../apps/standalone/src/demo/http-town.js';
import { eventually } from '#testing';
import type { Town } from '../../apps/standalone/src/demo/town.js';
import { Api, makeAccount, type Session } from '../kit/api.mjs';
import { ownSystem, type Running } from '../kit/system.mjs';

const PORTS = pathToFileURL(resolve(import.meta.dirname, '../../scripts/lib/ports.mjs')).href;

/** A running system of the profile under test, with its people. */
export interface Stage {
  readonly profile: 'embedded' | 'cluster';
  readonly baseUrl: string;
  readonly password: string;
  readonly environment: Record<string, string>;
  readonly town: Town;
  /** Signs an account in. */
  signIn(this: void, account: string): Promise<Session>;
  /** Ends every process of the product with kill -9, one after the other, and has them run again. */
  killAndRestart(): Promise<void>;
  /** Ends the product in order (as Ctrl-C does) and starts it again on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the product as users run it: one process on the embedded profile, five processes and a gateway on the cluster.
 * Adds a colleague of the demo enterprise's contact and a contact of another enterprise.
 */
export async function openStage(): Promise<Stage> {
  const profile = process.env['QIJING_TEST_PROFILE'] === 'cluster' ? 'cluster' : 'embedded';
  const portBase = await freePortBase();
  // Nobody touches the pages that are looked at for longer than people may leave them alone.
  const env = { QIJING_PORT: String(portBase), QIJING_IDLE_MINUTES: '240' };
  const system = await ownSystem(profile, { label: 'journeys', env, say: () => undefined });
  let running = await system.start({ portBase });
  const { baseUrl } = running;
  const { password, environment } = system;
  const api = new Api({ baseUrl, password });
  const signIn = (account: string): Promise<Session> => api.as(account);
  await addContacts(await signIn('admin'), password);
  await contactsAreKnown(await signIn('operator'));
  return {
    profile,
    baseUrl,
    password,
    environment,
    town: new HttpTown(signIn),
    signIn,
    killAndRestart: async () => {
      if (profile === 'cluster') return killEach(running);
      await running.kill();
      running = await system.start();
    },
    restart: async () => {
      await running.stop();
      running = await system.start({ portBase });
    },
    close: async () => {
      api.close();
      await running.stop();
      await system.remove();
    },
  };
}

/** The supervisor starts each again; the next is killed when the one before is ready. */
async function killEach(running: Running): Promise<void> {
  for (const name of ['intake', 'routing', 'cases', 'notifications', 'identity']) {
    await running.kill(name);
    await running.ready?.(name);
  }
}

/**
 * A gateway's port with five free ones above it, below the ports that systems give to outgoing connections: one of those
 * could be taken by anybody between now and the start.
 */
async function freePortBase(): Promise<number> {
  const ports = (await import(PORTS)) as { isFree(port: number): Promise<boolean> };
  for (;;) {
    const base = randomInt(12_000, 32_000);
    const free = await Promise.all([0, 1, 2, 3, 4, 5].map((n) => ports.isFree(base + n)));
    if (free.every(Boolean)) return base;
  }
}

async function addContacts(admin: Session, password: string): Promise<void> {
  for (const [account, enterpriseId] of [
    ['colleague', DEMO_ENTERPRISE_ID],
    ['rival', OTHER_ENTERPRISE_ID],
  ]) {
    await makeAccount(admin, { account, name: account, roles: ['enterprise_contact'], enterpriseId }, password);
  }
}

/** Whoever was just given an account may be named a moment later. */
async function contactsAreKnown(operator: Session): Promise<void> {
  await eventually(
    async () => {
      const { items } = await operator.get<{ items: { account: string }[] }>(
        `enterprises/${DEMO_ENTERPRISE_ID}/contacts`,
      );
      const missing = ['enterprise', 'colleague'].filter((name) => !items.some(({ account }) => account === name));
      if (missing.length > 0) throw new Error(`${missing.join()} cannot be named yet`);
    },
    { withinMs: 30_000, everyMs: 100 },
  );
}
