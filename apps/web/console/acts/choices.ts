import type { Schemas } from '../../kit/api/client';
import { t } from '../../kit/i18n/i18n';

type Outcome = NonNullable<Schemas['CloseBody']['outcome']>;

/** What may come of an incident. */
export const OUTCOMES: Outcome[] = [
  'CASE_REGISTERED', 'ADMIN_ONSITE', 'MEDIATED', 'ECONOMIC_DISPUTE', 'HELPED', 'NO_OFFENCE', 'FALSE_ALARM', 'GONE',
  'TO_PARTNER', 'SERVICE_DONE',
]; // prettier-ignore

/** Codes to choose from, each with its word of the group. */
export const choices = (group: string, codes: readonly string[]): [string, string][] =>
  codes.map((code) => [code, t(`${group}.${code}`)]);

/** Stands first where a guess would go on record as a finding. */
export const unchosen = (): [string, string] => ['', t('form.choose')];
