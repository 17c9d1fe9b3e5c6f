import { locale } from './i18n/i18n';
import { CENTRE_ZONE, dayAt } from './time/zone';

const cached = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function made<F extends Intl.DateTimeFormat | Intl.NumberFormat>(name: string, make: (language: string) => F): F {
  const key = `${name} ${locale.value}`;
  const found = (cached.get(key) as F | undefined) ?? make(locale.value);
  cached.set(key, found);
  return found;
}

/** A format of times, always those of the centre. */
const times = (name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  made(name, (language) => new Intl.DateTimeFormat(language, { ...options, timeZone: CENTRE_ZONE, hourCycle: 'h23' }));

const clockTime = (): Intl.DateTimeFormat => times('time', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

const monthDay = (): Intl.DateTimeFormat => times('day', { month: '2-digit', day: '2-digit' });

/** `21:04:09`. */
export const timeOf = (iso: string): string => clockTime().format(new Date(iso));

/** `05/21 21:04:09`, without the day when it is today (`now`: ms of server time). */
export function momentOf(iso: string, now: number): string {
  const at = new Date(iso);
  const today = dayAt(at.getTime()) === dayAt(now);
  return today ? clockTime().format(at) : `${monthDay().format(at)} ${clockTime().format(at)}`;
}

/** Date and time in full. */
export const dateTimeOf = (iso: string): string =>
  times('full', { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(iso));

/** `¥40,800.00` from integer fen. */
export const yuanOf = (fen: number): string =>
  made(
    'money',
    (language) =>
      new Intl.NumberFormat(language, { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' }),
  ).format(fen / 100);
