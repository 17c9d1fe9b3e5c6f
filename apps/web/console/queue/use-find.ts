import { computed, ref, type Ref } from 'vue';
import { holds } from '../../kit/find';
import { textOf } from '../../kit/i18n/i18n';
import type { Row, Shown } from './order';

const wordsOf = ({ number, enterprise, type, place }: Row): string =>
  `${number} ${enterprise?.name ?? ''} ${type.code} ${textOf(type.name)} ${place.address}`;

/** The rows of a view that hold what is typed into its search box, by number, enterprise, type and place. */
export function useFind(shown: Ref<Shown>, rows: Ref<ReadonlyMap<string, Row>>) {
  const find = ref('');
  const ids = computed(() => {
    if (find.value.trim() === '') return shown.value.ids;
    return shown.value.ids.filter((id) => {
      const row = rows.value.get(id);
      return row !== undefined && holds(wordsOf(row), find.value);
    });
  });
  return { find, ids };
}
