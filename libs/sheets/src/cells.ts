import { PHONE, type Texts } from '#domain-kit';
import { isLine, isProse, showsSomething } from '#contracts';
import { cellNumber, cellPattern, cellText, cellWord } from './refusals.js';

/** How values of a kind stand in a cell. */
export interface Cell<T> {
  /** The value of a text that is not empty. Throws a refusal. */
  read(text: string): T;
  write(value: T): string;
}

/** A text of one line of at most `max` characters, without blanks around it. */
export const line = (max: number): Cell<string> => text(max, isLine, (raw) => raw.trim());

/** A text of any number of lines of at most `max` characters, without blanks around it. */
export const prose = (max: number): Cell<string> => text(max, isProse, (raw) => raw.replaceAll('\r\n', '\n').trim());

function text(max: number, fits: (text: string) => boolean, clean: (raw: string) => string): Cell<string> {
  return {
    read: (raw) => {
      const value = clean(raw);
      if (value.length > max || !fits(value) || !showsSomething(value)) throw cellText({ max });
      return value;
    },
    write: (value) => value,
  };
}

/** A code of a pattern; `what` says how it is written. */
export const code = (pattern: RegExp, what: Texts): Cell<string> => ({
  read: (raw) => {
    const value = raw.normalize('NFKC').trim();
    if (!pattern.test(value)) throw cellPattern({ what });
    return value;
  },
  write: (value) => value,
});

/** Code of a division (GB/T 2260). */
export const district = code(/^[1-9]\d{5}$/, { zh: '六位行政区划代码', en: 'a division code of six digits' });

/** Code of an area of the jurisdiction map. */
export const areaCode = code(/^[\p{L}\p{N}._-]{1,64}$/u, {
  zh: '不超过 64 位的文字、数字、点、横线',
  en: '64 letters, digits, dots and dashes at most',
});

/** A telephone number, as people write it. */
export const phone: Cell<string> = {
  read: (raw) => {
    const value = raw.trim();
    if (value.length > 40 || !PHONE.test(value))
      throw cellPattern({ what: { zh: '电话号码', en: 'a telephone number' } });
    return value;
  },
  write: (value) => value,
};

/** A word of a vocabulary: itself, or what people call it in either language. Written as itself. */
export function word<T extends string>(words: Readonly<Record<T, Texts>>): Cell<T> {
  const all = Object.entries(words) as [T, Texts][];
  const known = new Map(
    all.flatMap(([value, { zh, en }]) => [value, zh, en].map((name): [string, T] => [name.toLowerCase(), value])),
  );
  const list = (language: keyof Texts) => all.map(([value, names]) => `${value} ${names[language]}`).join(', ');
  return {
    read: (raw) => {
      const value = known.get(raw.normalize('NFKC').trim().toLowerCase());
      if (value === undefined) throw cellWord({ words: { zh: list('zh'), en: list('en') } });
      return value;
    },
    write: (value) => value,
  };
}

const NUMBER = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;

function number(min: number, max: number, what: Texts, fits: (value: number) => boolean): Cell<number> {
  return {
    read: (raw) => {
      const written = raw.normalize('NFKC').trim();
      const value = Number(written);
      if (!NUMBER.test(written) || !fits(value) || value < min || value > max) throw cellNumber({ min, max, what });
      return value === 0 ? 0 : value;
    },
    write: (value) => String(value),
  };
}

/** A whole number within bounds. */
export const whole = (min: number, max: number): Cell<number> =>
  number(min, max, { zh: '整数', en: 'whole number' }, Number.isInteger);

/** Degrees east, WGS-84 once read. */
export const longitude = number(-180, 180, { zh: '度数', en: 'number of degrees' }, Number.isFinite);

/** Degrees north, WGS-84 once read. */
export const latitude = number(-90, 90, { zh: '度数', en: 'number of degrees' }, Number.isFinite);

/** What separates the items of a list, and the parts of an item; the first of each is written. A backslash takes its meaning. */
const BETWEEN_ITEMS = [';', '；', '\n'];
const BETWEEN_PARTS = ['|', '｜'];

/** Several values of a kind in one cell, between semicolons. */
export const listOf = <T>(item: Cell<T>, most: number): Cell<readonly T[]> => ({
  read: (raw) => {
    const items = split(raw, BETWEEN_ITEMS).filter((each) => each.trim() !== '');
    if (items.length > most) throw cellNumber({ min: 0, max: most, what: { zh: '项', en: 'number of items' } });
    return items.map((each) => item.read(unescape(each)));
  },
  write: (values) => values.map((value) => escape(item.write(value), BETWEEN_ITEMS)).join('; '),
});

/** Parts of one value in one cell, between upright bars. Parts at the end may be missing. */
export const partsOf = <T extends object>(
  parts: { readonly [Part in keyof T]-?: Cell<NonNullable<T[Part]>> },
  required: readonly (keyof T)[],
): Cell<T> => {
  const names = Object.keys(parts) as (keyof T)[];
  const what = {
    zh: `以 | 分隔的${names.length}部分，至少前${required.length}部分`,
    en: `${names.length} parts between |, the first ${required.length} at least`,
  };
  return {
    read: (raw) => {
      const given = split(raw, BETWEEN_PARTS).map((each) => unescape(each).trim());
      const short = required.some((_, at) => (given[at] ?? '') === '');
      if (given.length > names.length || short) throw cellPattern({ what });
      const read = names.map((name, at) => [name, given[at] ? parts[name].read(given[at]) : undefined] as const);
      return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as T;
    },
    write: (value) =>
      names
        .map((name) =>
          value[name] === undefined ? '' : escape(parts[name].write(value[name] as never), BETWEEN_PARTS),
        )
        .join('|')
        .replace(/(?<!\\)\|+$/, ''),
  };
};

/** Cuts at separators that no backslash stands before; the other backslashes stay for who reads the pieces. */
function split(raw: string, separators: readonly string[]): string[] {
  const pieces = [''];
  for (let at = 0; at < raw.length; at += 1) {
    const taken = raw[at] === '\\' ? raw.slice(at, at + 2) : raw.charAt(at);
    if (separators.includes(taken)) pieces.push('');
    else pieces[pieces.length - 1] += taken;
    at += taken.length - 1;
  }
  return pieces;
}

const escape = (text: string, separators: readonly string[]): string =>
  [...text].map((each) => (each === '\\' || separators.includes(each) ? `\\${each}` : each)).join('');

const unescape = (text: string): string => text.replace(/\\(.)/gs, '$1');
