/** Joins the compiled programs, for `npm run build`. */
import { bundlePrograms } from './lib/bundle.mjs';
import { inRoot } from './lib/paths.mjs';

await bundlePrograms(inRoot('dist'));
