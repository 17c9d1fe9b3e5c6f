// Runs before the first paint, as a file of its own: pages of ours run no inline scripts. See kit/theme/theme.ts.
(function () {
  var stored;
  try {
    stored = localStorage.getItem('qijing.theme');
  } catch {
    stored = null;
  }
  var system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  var theme = stored === 'dark' || stored === 'light' ? stored : system;
  document.documentElement.classList.add(theme);
  document.documentElement.classList.toggle('van-theme-dark', theme === 'dark');
})();
