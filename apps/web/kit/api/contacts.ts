import { useQuery, type UseQueryReturnType } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, data, type Schemas } from './client';

/** Somebody of an enterprise who may be named as its safe contact. */
export type Contact = Schemas['ContactAnswer'];

/** Most that a page holds; an enterprise has a handful. */
const MOST = 200;

async function everyPage(read: (after: string | undefined) => Promise<Schemas['ContactPage']>): Promise<Contact[]> {
  const contacts: Contact[] = [];
  for (let after: string | undefined; ;) {
    const { items, next } = await read(after);
    contacts.push(...items);
    if (next === null) return contacts;
    after = next;
  }
}

/** Whom a restriction of an incident may name. */
const contactsOfFile = (incidentId: string): Promise<Contact[]> =>
  everyPage((after) => {
    const params = { path: { incidentId }, query: { limit: MOST, after } };
    return data(api.GET('/api/v1/incident-files/{incidentId}/contacts', { params }));
  });

/** Whom a report about an enterprise may name. */
const contactsOfEnterprise = (id: string): Promise<Contact[]> =>
  everyPage((after) =>
    data(api.GET('/api/v1/enterprises/{id}/contacts', { params: { path: { id }, query: { limit: MOST, after } } })),
  );

const OF = { file: contactsOfFile, enterprise: contactsOfEnterprise };

/** The choice of safe contacts of an incident or an enterprise, while its id is known. */
export const useContacts = (
  of: MaybeRefOrGetter<keyof typeof OF>,
  id: MaybeRefOrGetter<string | undefined>,
): UseQueryReturnType<Contact[], Error> =>
  useQuery({
    queryKey: ['contacts', computed(() => toValue(of)), computed(() => toValue(id))],
    queryFn: () => OF[toValue(of)](toValue(id) ?? ''),
    enabled: computed(() => Boolean(toValue(id))),
  });

/** A contact as a choice shows it: what people are called, and which account that is. */
export const nameOfContact = ({ name, account }: Contact): string => `${name} (${account})`;
