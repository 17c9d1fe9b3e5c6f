import type { Schemas } from '../../kit/api/client';
import { labelOf } from '../../kit/i18n/detail-words';
import { t } from '../../kit/i18n/i18n';

/** Fields that hold a number, with the pointer by which the server names them. */
export const FIGURES = [
  ['lossYuan', '/estimatedLossFen'],
  ['injured', '/injured'],
  ['crowd', '/crowd'],
] as const;

/** What the server names by pointer, as the form calls it. */
export const namesOf = (fields: readonly Schemas['DetailFieldView'][]): Record<string, string> => ({
  '/enterpriseId': t('report.enterprise'),
  '/enterpriseName': t('report.enterprise'),
  '/type': t('report.type'),
  '/safeContact/account': t('form.safeContact'),
  '/narrative': t('report.narrative'),
  '/reporter/name': t('report.reporterName'),
  '/reporter/phone': t('report.reporterPhone'),
  '/place/address': t('report.address'),
  '/place/longitude': t('report.longitude'),
  '/place/latitude': t('report.latitude'),
  ...Object.fromEntries(FIGURES.map(([name, pointer]) => [pointer, t(`report.${name}`)])),
  ...Object.fromEntries(fields.map((field) => [`/details/${field.name}`, labelOf(field)])),
});
