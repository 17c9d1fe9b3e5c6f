import { api, data, type Schemas } from '../../kit/api/client';

type Unit = Schemas['UnitView'];

/** Every unit there is, page by page. */
export async function loadUnits(): Promise<Unit[]> {
  const all: Unit[] = [];
  let after: string | undefined;
  do {
    const page = await data(api.GET('/api/v1/units', { params: { query: { limit: 200, after } } }));
    all.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return all;
}
