/** `npm run screenshots`: every page in both themes and languages, on desk and phone, into docs/screenshots. */
import { runBrowserSpec } from './browser/run-spec.mjs';
import { command } from './lib/command-line.mjs';
import { inRoot } from './lib/paths.mjs';

await command(() =>
  runBrowserSpec('test/browser/screenshots/screenshots.spec.ts', { QIJING_SHOTS: inRoot('docs/screenshots') }),
);
