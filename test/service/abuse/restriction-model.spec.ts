import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { eventually, testProfile } from '#testing';
import { DEMO_ENTERPRISE_ID, OTHER_ENTERPRISE_ID } from '../../../apps/standalone/src/demo/data/enterprises.js';
import { send } from './client.js';
import { readAs } from './disclosure.js';
import {
  CONTACTS,
  isDispatchOpen,
  mayLearn,
  stateOf,
  type Contact,
  type Happening,
  type Learnt,
  type Told,
} from './disclosure-oracle.js';
import { feedOf } from './feed.js';
import { assistOf } from './stage.js';
import { Stores } from './stores.js';
import { theft, World, type Incident } from './world.js';

jest.setTimeout(60_000);

/** On the cluster an act is seen by all only a while later, and each waits for the one before. */
const CLUSTER = testProfile() === 'cluster';
const RUNS = CLUSTER ? 8 : 60;
const PASSWORD = 'Model-pass-71';
const READERS = [...CONTACTS, 'clerk', 'leader', 'panel', 'assist'];
/** What a reader does that waits for events to arrive, at most. */
const ARRIVING = { withinMs: 10_000, everyMs: 150 };

let world: World;
let stores: Stores;
const accountIds: Record<string, string> = {};
beforeAll(async () => {
  world = await World.start({ QIJING_SIGN_IN_PER_MINUTE: '10000' });
  stores = await Stores.open(world.system.database);
  for (const account of CONTACTS) {
    const enterpriseId = account === 'm.rival' ? OTHER_ENTERPRISE_ID : DEMO_ENTERPRISE_ID;
    const body = { account, name: account, password: PASSWORD, roles: ['enterprise_contact'], enterpriseId };
    const { accountId } = await world.act<{ accountId: string }>('admin', 'POST', 'accounts', body);
    accountIds[account] = accountId;
    await signIn(account);
  }
}, 120_000);
afterAll(async () => {
  await stores?.close();
  await world?.system.stop();
}, 60_000);

async function signIn(account: string): Promise<void> {
  const path = '/api/v1/sessions';
  const { text } = await send(world.system.url, { method: 'POST', path, body: { account, password: PASSWORD } });
  world.people.knows(account, (JSON.parse(text) as { accessToken: string }).accessToken);
}

async function setDisabled(disabled: boolean): Promise<void> {
  const path = `accounts/${accountIds['m.aide'] ?? ''}`;
  const { pending } = await world.act<{ pending?: object }>('admin', 'PATCH', path, { disabled });
  if (pending) await world.act('security', 'POST', `${path}/confirm`, {});
  if (!disabled) await signIn('m.aide');
}

const report = ({ by, type, suspected, named }: Told): Promise<Incident> =>
  world.report(
    by,
    {
      type,
      ...(by !== 'operator' && { enterpriseId: undefined }),
      ...(suspected && { flags: ['insider_suspected'] }),
      ...(named && { safeContact: { account: named } }),
    },
    { withCase: false },
  );

/** Does to a real incident what the oracle is told of; what the product refuses happened to nobody. */
class Played {
  private proposal?: string;

  constructor(readonly incident: Incident) {}

  async play(happening: Happening): Promise<unknown> {
    switch (happening.act) {
      case 'suspect':
        await this.unit(this.incident.lead, 'acknowledge', {}).catch(() => undefined);
        return this.unit(this.incident.lead, 'feedback', { text: '仓管员有嫌疑', insiderSuspected: true });
      case 'told-again':
        return this.toldAgain();
      case 'restrict':
        return this.restrict(happening.contact);
      case 'propose':
        return this.propose();
      case 'approve':
        return this.decide();
      case 'disable':
      case 'enable':
        return setDisabled(happening.act === 'disable');
      case 'release':
        return this.release(happening.reason);
    }
  }

  /** Makes room for the next: every unit has done what it had to. */
  async end(): Promise<void> {
    const { lead } = this.incident;
    await this.unit(lead, 'acknowledge', {}).catch(() => undefined);
    await this.unit(lead, 'feedback', { text: '已处置' });
    await this.unit(lead, 'complete', { text: '已处置', outcome: 'NO_OFFENCE', releaseAssists: true });
    await setDisabled(false);
  }

  private toldAgain(): Promise<unknown> {
    const { incidentId: relatesTo } = this.incident;
    return world.act('operator', 'POST', 'reports', { ...theft, relatesTo, flags: ['insider_suspected'] });
  }

  private restrict(account?: Contact): Promise<unknown> {
    const body = { reason: '疑有内部人员', ...(account && { safeContact: { account } }) };
    const path = `incident-files/${this.incident.incidentId}/restrict`;
    return unless(422, unless(409, world.act('operator', 'POST', path, body)));
  }

  private async release(reason: string): Promise<void> {
    const assist = assistOf(this.incident);
    const at = `assignments/${this.incident.assignments[assist] ?? ''}`;
    await unless(409, world.act(assist, 'POST', `${at}/decline`, { reason }));
    await unless(409, world.act('operator', 'POST', `${at}/approve-decline`, {}));
  }

  private async propose(): Promise<void> {
    const { incidentId, lead } = this.incident;
    const body = { act: 'lift_restriction', basis: '已核实' };
    const asked = world.act<{ proposalId: string }>(lead, 'POST', `incident-files/${incidentId}/proposals`, body);
    this.proposal = (await unless(409, asked))?.proposalId ?? this.proposal;
  }

  private async decide(): Promise<void> {
    if (this.proposal === undefined) return;
    const at = `proposals/${this.proposal}`;
    this.proposal = undefined;
    const approved = await unless(409, world.act<object>('director', 'POST', `${at}/approve`, {}));
    if (!approved) await world.act('director', 'POST', `${at}/reject`, { reason: '有新情况' });
  }

  private unit(code: string, act: string, body: object): Promise<void> {
    return world.act(code, 'POST', `assignments/${this.incident.assignments[code] ?? ''}/${act}`, body);
  }
}

/** What came of something that may be refused so. */
async function unless<T>(status: number, asked: Promise<T>): Promise<T | undefined> {
  return asked.catch((error: Error) => {
    if (error.message.includes(`: ${status} `)) return undefined;
    throw error;
  });
}

/** What a reader learns in fact. */
async function learns(incident: Incident, reader: string): Promise<Learnt | undefined> {
  const { incidentId, reportId } = incident;
  const account = reader === 'assist' ? assistOf(incident) : reader;
  const isContact = CONTACTS.includes(reader as Contact);
  const read = (path: string) => readAs(world, account, path);
  const listed = async (list: string): Promise<boolean> => (await read(`${list}?limit=200`)).text.includes(incidentId);
  const file = await read(`incident-files/${incidentId}`);
  if (file.status === 401) return undefined;
  return {
    file: file.status === 200,
    listed: await listed('incident-files'),
    record: (await read(`incidents/${incidentId}`)).status === 200,
    recordListed: await listed('incidents'),
    report: (await read(`reports/${reportId}`)).status === 200,
    notices: isContact ? noticesIn((await read(`notices?incidentId=${incidentId}`)).text) : [],
    feed: isContact ? stepsIn(await feedOf(world, account), incidentId) : [],
  };
}

const withoutDispatched = (learnt: Learnt | undefined): Learnt | undefined =>
  learnt && {
    ...learnt,
    notices: learnt.notices.filter((step) => step !== 'dispatched'),
    feed: learnt.feed.filter((step) => step !== 'dispatched'),
  };

const noticesIn = (text: string): string[] =>
  first((JSON.parse(text) as { items: { step: string }[] }).items.map(({ step }) => step));
const first = (steps: readonly string[]): string[] => steps.filter((step) => /^(received|dispatched)$/.test(step));
const stepsIn = (feed: string, incidentId: string): string[] =>
  first(
    feed
      .split('\n\n')
      .filter((event) => event.includes(incidentId))
      .map((event) => /"step":"(\w+)"/.exec(event)?.[1] ?? ''),
  );

const contact = fc.option(fc.constantFrom<Contact>(...CONTACTS), { nil: undefined });
const tolds: fc.Arbitrary<Told> = fc
  .record({
    by: fc.constantFrom('m.boss', 'm.aide', 'operator'),
    type: fc.constantFrom('E101', 'E102'),
    suspected: fc.boolean(),
    named: contact,
  })
  // Whom the desk names of what the report itself suspects, or of another enterprise, is another story.
  .map(({ named, ...told }) => ({
    ...told,
    ...(named && !(told.by === 'operator' && told.suspected) && named !== 'm.rival' && { named }),
  }));
const happenings = fc.oneof(
  { weight: 2, arbitrary: fc.record({ act: fc.constant('restrict' as const), contact }) },
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constantFrom('suspect', 'told-again', 'propose', 'approve', 'propose', 'approve', 'disable', 'enable'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('release' as const),
      reason: fc.constantFrom('engaged', 'conflict_of_interest'),
    }),
  },
) as fc.Arbitrary<Happening>;

describe('restriction of disclosure, whatever happens in whatever order', () => {
  it('shows every reader by every way exactly what the rules say', async () => {
    const sequences = fc.array(happenings, { minLength: 2, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(tolds, sequences, fc.nat(), async (told, sequence, where) => {
        const incident = await report(told);
        if (CLUSTER) await stores.settled();
        const played = new Played(incident);
        const looks = new Set([where % (sequence.length + 1), sequence.length]);
        const happened: Happening[] = [];
        const look = async (): Promise<void> => {
          if (!looks.has(happened.length)) return;
          const open = isDispatchOpen(told, happened);
          const wanted = READERS.map((reader) => [reader, mayLearn(told, happened, reader)]);
          await eventually(async () => {
            const learnt = await Promise.all(
              READERS.map(async (reader) => {
                const found = await learns(incident, reader);
                return [reader, open && reader !== 'm.rival' ? withoutDispatched(found) : found];
              }),
            );
            expect(learnt).toEqual(wanted);
          }, ARRIVING);
        };
        try {
          await look();
          for (const happening of sequence) {
            await played.play(happening);
            if (CLUSTER) await stores.settled();
            happened.push(happening);
            await look();
          }
        } finally {
          await played.end();
        }
      }),
      { numRuns: RUNS, verbose: 1 },
    );
  }, 240_000);

  it('is a rule that differs: what is told and what happens changes who may know', () => {
    const told: Told = { by: 'm.boss', type: 'E101', suspected: false };
    const states = [[], ['suspect'], ['suspect', 'propose', 'approve'], ['suspect', 'propose', 'suspect', 'approve']];
    expect(
      states.map(
        (acts) =>
          stateOf(
            told,
            acts.map((act) => ({ act }) as Happening),
          ).restricted,
      ),
    ).toEqual([false, true, false, true]);
  });
});
