/**
 * Codes of the public list of common incident types, APCO ANS 2.103.1, as NIEM 4.0 publishes it: those that stand nearest to
 * one of our types. Other centres read them where reports are exchanged.
 */
export type ApcoCode =
  | 'ABDUCTNF'
  | 'ACCIND'
  | 'ADMIN'
  | 'BOMB'
  | 'CIVDIS'
  | 'CIVIL'
  | 'DISORD'
  | 'EXTORT'
  | 'FIGHT'
  | 'FRAUD'
  | 'FUNK'
  | 'HARR'
  | 'HAZMAT'
  | 'INFO'
  | 'INTERNET'
  | 'LARCENY'
  | 'MVAUNK'
  | 'ROBBERY'
  | 'TROUBLE'
  | 'VANDAL'
  | 'VICE'
  | 'WELFARE';
