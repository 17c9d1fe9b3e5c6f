import { foldForSearch } from '../../../libs/domain-kit/src/fold.js';

/** Whether words hold what is looked for, whatever the width, case and brackets of either. */
export const holds = (words: string, sought: string): boolean => foldForSearch(words).includes(foldForSearch(sought));
