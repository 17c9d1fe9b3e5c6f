import type { Schemas } from '../api/client';
import { isFen } from '../api/detail-field';
import { t, textOf } from './i18n';

type Field = Pick<Schemas['DetailFieldView'], 'name' | 'label'>;

/** What a field of a type's details is called on a screen: an amount names yuan, not the unit in which it travels. */
export function labelOf(field: Field): string {
  const label = textOf(field.label);
  return isFen(field) ? t('detail.yuan', { label: label.replace(/\s*[（(][^（()）]*[）)]$/, '') }) : label;
}
