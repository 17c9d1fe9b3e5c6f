import { locale } from './i18n/i18n';

const cached = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function made<F extends Intl.DateTimeFormat | Intl.NumberFormat>(name: string, make: (language: string) => F): F {
  const key = `${name} ${locale.value}`;
  const found = (cached.get(key) as F | undefined) ?? make(locale.value);
  cached.set(key, found);
  return found;
}

const clockTime = (): Intl.DateTimeFormat =>
  made(
    'time',
    (language) =>
      new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
  );

const monthDay = (): Intl.DateTimeFormat =>
  made('day', (language) => new Intl.DateTimeFormat(language, { month: '2-digit', day: '2-digit' }));

/** `21:04:09`. */
export const timeOf = (iso: string): string => clockTime().format(new Date(iso));

/** `05/21 21:04:09`, without the day when it is today (`now`: ms of server time). */
export function momentOf(iso: string, now: number): string {
  const at = new Date(iso);
  const today = at.toDateString() === new Date(now).toDateString();
  return today ? clockTime().format(at) : `${monthDay().format(at)} ${clockTime().format(at)}`;
}

/** Date and time in full. */
export const dateTimeOf = (iso: string): string =>
  made(
    'full',
    (language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' }),
  ).format(new Date(iso));

/** `¥40,800.00` from integer fen. */
export const yuanOf = (fen: number): string =>
  made(
    'money',
    (language) =>
      new Intl.NumberFormat(language, { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' }),
  ).format(fen / 100);
