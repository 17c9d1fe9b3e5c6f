import type { Schemas } from '../../kit/api/client';
import { rowsOf, type TypedDetails } from '../../kit/api/details';
import { labelOf } from '../../kit/i18n/detail-words';
import { t } from '../../kit/i18n/i18n';

/** Fields that hold a number, with the pointer by which the server names them. */
export const FIGURES = [
  ['lossYuan', '/estimatedLossFen'],
  ['injured', '/injured'],
  ['crowd', '/crowd'],
] as const;

type Fields = readonly Schemas['DetailFieldView'][];

/** The fields of a type by their pointers, those of each row of a list included. */
const detailNames = (fields: Fields, typed: TypedDetails, path = '/details'): [string, string][] =>
  fields.flatMap((field) => {
    const own = `${path}/${field.name}`;
    const inRows = rowsOf(typed[field.name]).flatMap((row, nth) =>
      detailNames(field.items ?? [], row, `${own}/${nth}`),
    );
    return [[own, labelOf(field)], ...inRows];
  });

/** What the server names by pointer, as the form calls it. */
export const namesOf = (fields: Fields, typed: TypedDetails): Record<string, string> => ({
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
  ...Object.fromEntries(detailNames(fields, typed)),
});
