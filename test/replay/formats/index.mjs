import { readHouston } from './houston.mjs';
import { readSapd } from './sapd.mjs';
import { readSffd } from './sffd.mjs';
import { readSlopd } from './slopd.mjs';

/** Reader of each format, by the name that `--format` takes. */
export const FORMATS = { slopd: readSlopd, sapd: readSapd, sffd: readSffd, houston: readHouston };
