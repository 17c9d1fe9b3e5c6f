/** Every kind of bracket reads like the round ones. */
const OPENING = /[[{〈《「『【〔〖〘〚]/g;
const CLOSING = /[\]}〉》」』】〕〗〙〛]/g;

/** What shows nothing: it is not looked for, wherever it slipped in. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * A text as it is looked for: of one width and case, with round brackets, single blanks, and none around it. What is stored
 * for a search and what is searched for go through this alike, so that no database's collation has a say.
 */
export const foldForSearch = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .toLowerCase()
    .normalize('NFKC')
    .replace(OPENING, '(')
    .replace(CLOSING, ')')
    .replace(/\s+/g, ' ')
    .trim();
