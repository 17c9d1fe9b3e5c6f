import type { Uses } from './word-uses.js';

/** The words of one language, in groups. */
export interface Words {
  readonly [key: string]: string | Words;
}

/** Full keys and their texts: `{ 'action.save': '保存' }`. */
export function flat(words: Words, before = ''): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(words).map(([key, value]) =>
      typeof value === 'string' ? { [before + key]: value } : flat(value, `${before}${key}.`),
    ),
  ) as Record<string, string>;
}

/** Keys that a source asks for and nobody has; a text that begins like a group of words is taken for a key. */
export function missing(uses: Uses, known: readonly string[]): string[] {
  const groups = new Set(known.map((key) => key.split('.')[0]));
  const inTables = uses.texts.filter((text) => /^\w+(\.[\w-]+)+$/.test(text) && groups.has(text.split('.')[0]));
  const keys = [...new Set([...uses.keys, ...inTables])].filter((key) => !known.includes(key));
  const patterns = uses.patterns.filter((pattern) => !known.some((key) => fits(pattern, key)));
  return [...keys, ...patterns];
}

/** Keys that no source asks for. */
export function unused(all: readonly Uses[], known: readonly string[]): string[] {
  const texts = new Set(all.flatMap((uses) => [...uses.keys, ...uses.texts]));
  const patterns = all.flatMap((uses) => uses.patterns);
  return known.filter((key) => !texts.has(key) && !patterns.some((pattern) => fits(pattern, key)));
}

function fits(pattern: string, key: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`).test(key);
}
