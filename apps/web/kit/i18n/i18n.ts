import { computed } from 'vue';
import { createI18n } from 'vue-i18n';
import en from './en';
import zhCN from './zh-CN';

/** zh-CN is what people get unless they choose English. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Messages by name, in groups; `{name}` is replaced. */
export interface Messages {
  [key: string]: string | Messages;
}

const KEY = 'qijing.locale';
const stored = localStorage.getItem(KEY);

const i18n = createI18n({
  legacy: false,
  locale: stored === 'en' ? 'en' : 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zhCN, en } as Record<string, Messages>,
  missingWarn: true,
  fallbackWarn: true,
});
const { global } = i18n;

/** The language of this window; set it to change the language of everything. */
export const locale = computed<Locale>({
  get: () => global.locale.value as Locale,
  set: (wanted) => {
    global.locale.value = wanted;
    localStorage.setItem(KEY, wanted);
    document.documentElement.lang = wanted;
  },
});
document.documentElement.lang = locale.value;

/** A message outside of components. */
export const t = (key: string, params: Record<string, unknown> = {}): string => global.t(key, params);

/** A text that the API answers in both languages. */
export const textOf = ({ zh, en: english }: { zh: string; en: string }): string =>
  locale.value === 'en' ? english : zh;

/** The plugin of an app: the words of the kit and the app's own (`locales/zh-CN.ts` and `locales/en.ts` with the same keys). */
export function appI18n(words: Record<Locale, Messages>): typeof i18n {
  for (const each of LOCALES) global.mergeLocaleMessage(each, words[each]);
  return i18n;
}
