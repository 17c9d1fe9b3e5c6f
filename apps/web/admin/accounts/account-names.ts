import { t } from '../../kit/i18n/i18n';

/** What the server names by pointer, as the form of an account calls it. */
export const accountNames = (): Record<string, string> => ({
  '/account': t('accounts.account'),
  '/name': t('accounts.name'),
  '/roles': t('accounts.roles'),
  '/unitId': t('accounts.unitId'),
  '/enterpriseId': t('accounts.enterpriseId'),
});
