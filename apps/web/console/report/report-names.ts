import type { Schemas } from '../../kit/api/client';
import { labelOf } from '../../kit/i18n/detail-words';
import { t } from '../../kit/i18n/i18n';
import type { Flag } from './report-form';

/** Dangers and circumstances in the order of the form. */
export const FLAGS: readonly Flag[] = [
  'in_progress', 'suspect_on_scene', 'life_threat', 'weapon', 'transfer_within_24h', 'fire_explosion', 'hazmat_release',
  'hostage', 'production_halted', 'critical_service', 'ongoing_leak', 'insider_suspected',
]; // prettier-ignore

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
  '/narrative': t('report.narrative'),
  '/reporter/name': t('report.reporterName'),
  '/reporter/phone': t('report.reporterPhone'),
  '/place/address': t('report.address'),
  '/place/longitude': t('report.longitude'),
  '/place/latitude': t('report.latitude'),
  ...Object.fromEntries(FIGURES.map(([name, pointer]) => [pointer, t(`report.${name}`)])),
  ...Object.fromEntries(fields.map((field) => [`/details/${field.name}`, labelOf(field)])),
});
