import { computed, ref, type Ref } from 'vue';
import { textOf } from '../../kit/i18n/i18n';
import type { Row, Shown } from './order';

const wordsOf = ({ number, enterprise, type, place }: Row): string =>
  `${number} ${enterprise?.name ?? ''} ${type.code} ${textOf(type.name)} ${place.address}`.toLowerCase();

/** The rows of a view that hold what is typed into its search box, by number, enterprise, type and place. */
export function useFind(shown: Ref<Shown>, rows: Ref<ReadonlyMap<string, Row>>) {
  const find = ref('');
  const ids = computed(() => {
    const wanted = find.value.trim().toLowerCase();
    if (wanted === '') return shown.value.ids;
    return shown.value.ids.filter((id) => {
      const row = rows.value.get(id);
      return row !== undefined && wordsOf(row).includes(wanted);
    });
  });
  return { find, ids };
}
