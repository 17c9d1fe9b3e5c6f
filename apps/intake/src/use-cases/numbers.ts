import { shanghaiDay } from '#domain-kit';

/** 警情 number, service request number, receipt of a report. */
export type NumberKind = 'JQ' | 'FW' | 'HZ';

/** Digits of a serial; a busier day simply has longer ones. */
const SERIAL_DIGITS = 5;

/** What all numbers of a kind share on one day in one centre; also the name of their counter. */
export const numberPrefix = (kind: NumberKind, district: string, at: Date): string =>
  `${kind}${district}${shanghaiDay(at)}`;

/** The number with this serial. */
export const numberOf = (prefix: string, serial: number): string =>
  `${prefix}${String(serial).padStart(SERIAL_DIGITS, '0')}`;
