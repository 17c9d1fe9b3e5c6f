import { ref } from 'vue';

export type Theme = 'light' | 'dark';
/** Also read by `public/theme.js` before the first paint. */
const KEY = 'qijing.theme';

/** The theme that is shown. */
export const theme = ref<Theme>(document.documentElement.classList.contains('dark') ? 'dark' : 'light');

/** Shows a theme and remembers it on this workstation. */
export function setTheme(wanted: Theme): void {
  theme.value = wanted;
  const { classList } = document.documentElement;
  for (const each of ['light', 'dark'] as const) classList.toggle(each, each === wanted);
  classList.toggle('van-theme-dark', wanted === 'dark');
  localStorage.setItem(KEY, wanted);
}

export function toggleTheme(): void {
  setTheme(theme.value === 'dark' ? 'light' : 'dark');
}

/** Another window of this browser changed it. */
addEventListener('storage', ({ key, newValue }) => {
  if (key === KEY && (newValue === 'light' || newValue === 'dark')) setTheme(newValue);
});
