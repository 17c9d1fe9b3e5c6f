import { describe, expect, it } from '@jest/globals';
import { beyondTheFloor, stylesOf } from './css-floor.js';
import { filesIn, SOURCES } from './files.js';

describe('style sheets of our own', () => {
  it.each(filesIn(SOURCES, /\.(css|vue)$/))('Chromium 86 understands $path', ({ path, text }) => {
    expect(beyondTheFloor(path.endsWith('.vue') ? stylesOf(text) : text)).toEqual([]);
  });

  it.each([
    ['.a:has(.b) {}', ':has()'],
    ['.a { .b { color: red } }\n.c { &:hover { color: red } }', 'nesting'],
    [':is(h1, h2) {}', ':is()'],
    ['.a:not(.b, .c) {}', ':not() with a list'],
    ['@layer base { a {} }', '@layer'],
    ['@media (width >= 600px) { a {} }', 'ranges in @media'],
    ['.a { height: 100dvh }', 'dvh and relatives'],
    ['.a { inset: 0 }', 'inset'],
    ['.a{margin-inline:auto}', 'margin-inline and relatives'],
    ['.a { aspect-ratio: 1 }', 'aspect-ratio'],
    ['.a { color: color-mix(in srgb, red, blue) }', 'color-mix()'],
    ['.a { rotate: 3deg }', 'translate, rotate and scale as properties'],
  ])('refuses %s', (css, what) => {
    expect(beyondTheFloor(css).join()).toContain(what);
  });

  it('lets pass what Chromium 86 knows', () => {
    const css = `/* :has(x) */ .a:not(.b) > .c { margin-inline-start: 4px; transform: rotate(3deg); gap: 4px; top: 0 }
      @media (min-width: 600px) { .a:focus-visible { width: min(10px, 2vh) } }`;
    expect(beyondTheFloor(css)).toEqual([]);
  });

  it('finds the styles of a component', () => {
    expect(stylesOf('<template><p>:has(</p></template><style scoped>.a { inset: 0 }</style>').trim()).toBe(
      '.a { inset: 0 }',
    );
  });
});
