import { readAs } from './disclosure.js';
import { CONTACTS, type Contact, type Learnt } from './disclosure-oracle.js';
import { feedOf } from './feed.js';
import { assistOf } from './stage.js';
import type { Incident, World } from './world.js';

/** What a reader learns in fact. */
export async function learns(world: World, incident: Incident, reader: string): Promise<Learnt | undefined> {
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

/** The same, whether it was told of a dispatch or not. */
export const withoutDispatched = (learnt: Learnt | undefined): Learnt | undefined =>
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
