import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import { api, data } from '../../kit/api/client';
import { Problem } from '../../kit/api/problem';
import { onLive, useLink, type LiveFacts } from '../../kit/live/live';
import { Looks } from './looks';
import { shows, withNews } from './news';
import { belongs, drawAnew, keepPlaces, VIEWS, viewOf, type Row, type Shown, type View } from './order';

const PAGE = 200;
/** Open incidents that one desk holds on screen. */
const MOST_PAGES = 10;
const MOST_ENDED = 100;
/** Ids that one request may name. */
const IDS = 50;
/** Accounts without a live feed look again by themselves (ms). */
const POLL_MS = 15_000;

/** The queue of the desk: all open incidents and the newest that ended, kept fresh by the live feed. */
export function useQueue(view: Ref<View>, isIdle: () => boolean) {
  const rows = shallowRef<ReadonlyMap<string, Row>>(new Map());
  const shown = shallowRef<Shown>({ ids: [], fresh: [] });
  const problem = ref<Problem>();
  /** Until the list has come once nobody knows how many there are. */
  const loading = ref(true);

  /** Reported at this desk just now: they come in at once, although rows move. */
  const own = new Set<string>();

  function take(changed: readonly Row[], base: ReadonlyMap<string, Row> = rows.value): void {
    const next = new Map(base);
    for (const row of changed) next.set(row.incidentId, row);
    rows.value = next;
    const isOwn = changed.filter(({ incidentId }) => own.delete(incidentId)).length > 0;
    shown.value = isOwn || isIdle() ? drawAnew(next, view.value) : keepPlaces(shown.value, next, view.value);
  }

  async function loadAll(): Promise<void> {
    try {
      const all: Row[] = [];
      let after: string | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const answer = await data(
          api.GET('/api/v1/incident-files', { params: { query: { stage: 'open', limit: PAGE, after } } }),
        );
        all.push(...(answer.items as Row[]));
        if (answer.next === null) break;
        after = answer.next;
      }
      const ended = await data(
        api.GET('/api/v1/incident-files', { params: { query: { stage: 'ended', limit: MOST_ENDED } } }),
      );
      take([...all, ...(ended.items as Row[])], new Map());
      problem.value = undefined;
      loading.value = false;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problem.value = error;
    }
  }

  const looks = new Looks((ids) => void fetchRows(ids));

  function hear(incidentId: string, facts: LiveFacts): void {
    const row = rows.value.get(incidentId);
    if (row) take([withNews(row, facts)]);
    looks.want(incidentId, facts);
  }

  function settle(fetched: readonly Row[]): void {
    for (const row of fetched) if (shows(row, looks.newsOf(row.incidentId))) looks.found(row.incidentId);
  }

  async function fetchRows(ids: readonly string[]): Promise<void> {
    for (let at = 0; at < ids.length; at += IDS) {
      const query = { ids: ids.slice(at, at + IDS).join(','), limit: IDS };
      const answer = await data(api.GET('/api/v1/incident-files', { params: { query } })).catch(() => undefined);
      if (!answer) continue;
      take(answer.items as Row[]);
      settle(answer.items as Row[]);
    }
  }

  onLive(({ type, data: facts }) => {
    if (type === 'resync') void loadAll();
    else if (facts.incidentId !== undefined) hear(facts.incidentId, facts);
  });
  const { state } = useLink();
  watch(state, (now, before) => now === 'live' && before === 'lost' && void loadAll());
  const poll = setInterval(() => state.value === 'refused' && void loadAll(), POLL_MS);
  onScopeDispose(() => {
    clearInterval(poll);
    looks.stop();
  });

  const redraw = (): void => {
    shown.value = drawAnew(rows.value, view.value);
  };
  watch(view, redraw);
  void loadAll();

  const counts = computed(() => {
    const found = Object.fromEntries(VIEWS.map((each) => [each, 0])) as Record<View, number>;
    for (const row of rows.value.values()) {
      found[viewOf(row)] += 1;
      if (belongs(row, 'open')) found.open += 1;
    }
    return found;
  });

  const bring = (incidentId: string): void => {
    own.add(incidentId);
    looks.want(incidentId);
  };
  return { rows, shown, counts, problem, loading, redraw, bring };
}
