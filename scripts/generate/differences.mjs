import { parse } from 'yaml';

const MOST = 20;

/** What differs between the committed and the generated text of a document: one line per place, by JSON pointer. */
export function differences(path, committed, generated) {
  if (committed === '') return `${path}: missing\n`;
  if (!/\.(json|yaml)$/.test(path)) return `${path}: differs\n`;
  const places = [...compare(parsed(path, committed), parsed(path, generated), '')];
  const shown = places.slice(0, MOST).map((place) => `  ${place}`);
  if (places.length > MOST) shown.push(`  … and ${places.length - MOST} more`);
  return `${path}: ${places.length === 0 ? 'differs in order or layout only' : `${places.length} differences`}\n${shown.join('\n')}\n`;
}

const parsed = (path, text) => (path.endsWith('.json') ? JSON.parse(text) : parse(text));

function* compare(before, after, pointer) {
  if (isTree(before) && isTree(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const at = `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (!(key in after)) yield `- ${at}`;
      else if (!(key in before)) yield `+ ${at}`;
      else yield* compare(before[key], after[key], at);
    }
  } else if (JSON.stringify(before) !== JSON.stringify(after)) {
    yield `${pointer}: ${brief(before)} → ${brief(after)}`;
  }
}

const isTree = (value) => typeof value === 'object' && value !== null;
const brief = (value) => JSON.stringify(value).slice(0, 60);
