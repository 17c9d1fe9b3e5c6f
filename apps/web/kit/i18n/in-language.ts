/** One language of words that the vocabulary of the product has in both. */
export const inLanguage = <Code extends string>(
  words: Readonly<Record<Code, { readonly zh: string; readonly en: string }>>,
  language: 'zh' | 'en',
): Record<Code, string> =>
  Object.fromEntries(
    Object.entries<{ zh: string; en: string }>(words).map(([code, word]) => [code, word[language]]),
  ) as Record<Code, string>;
