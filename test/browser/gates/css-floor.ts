/**
 * Features of CSS that Chromium 86 does not know, with the version that brought them (caniuse.com, MDN). Mere decoration that
 * falls away without harm (accent-color, text-wrap) is not among them.
 */
const LATER: readonly (readonly [what: string, since: number, pattern: RegExp])[] = [
  [':has()', 105, /:has\(/],
  [':is()', 88, /:is\(/],
  [':where()', 88, /:where\(/],
  [':not() with a list', 88, /:not\([^()]*,/],
  ['@layer', 99, /@layer\b/],
  ['@container', 105, /@container\b/],
  ['@scope', 118, /@scope\b/],
  ['@starting-style', 117, /@starting-style\b/],
  ['nesting', 112, /(^|[{;\s])&[\s.:#>[+~]/m],
  ['ranges in @media', 104, /@media[^{]*[<>]/],
  ['color-mix()', 111, /color-mix\(/],
  ['oklch() and relatives', 111, /\b(oklch|oklab|lch|lab|hwb)\(/],
  ['light-dark()', 123, /light-dark\(/],
  ['dvh and relatives', 108, /\b\d*\.?\d+[dsl]v(h|w|min|max)\b/],
  ['inset', 87, /(^|[{;\s])inset(-inline|-block)?\s*:/m],
  ['margin-inline and relatives', 87, /(^|[{;\s])(margin|padding)-(inline|block)\s*:/m],
  ['aspect-ratio', 88, /(^|[{;\s])aspect-ratio\s*:/m],
  ['overflow: clip', 90, /overflow(-x|-y)?\s*:\s*clip\b/],
  ['translate, rotate and scale as properties', 104, /(^|[{;\s])(translate|rotate|scale)\s*:/m],
  ['subgrid', 117, /\bsubgrid\b/],
  ['field-sizing', 123, /(^|[{;\s])field-sizing\s*:/m],
];

/** What of a style sheet Chromium 86 would not understand: `:has() (Chromium 105)`. */
export function beyondTheFloor(css: string): string[] {
  const code = css.replace(/\/\*[\s\S]*?\*\//g, ' ');
  return LATER.filter(([, , pattern]) => pattern.test(code)).map(([what, since]) => `${what} (Chromium ${since})`);
}

/** The style sheets in a Vue component. */
export function stylesOf(component: string): string {
  return [...component.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)].map(([, css = '']) => css).join('\n');
}
