import { writeRows } from '#sheets';
import { withServices } from '../context.js';
import { formatFor, handOut, type FileOptions } from '../import/files.js';
import { kindOf, storeOf } from '../import/kinds.js';
import type { Outcome, Task } from '../perform.js';

/** Writes all rows of a kind into a file that the import takes back unchanged. */
export async function exportRows({ config, args: [word], options }: Task): Promise<Outcome> {
  const words = options as unknown as FileOptions;
  const kind = kindOf(word);
  const rows = await withServices(config, async (app) => {
    const all: object[] = [];
    for await (const page of storeOf(app, kind).pages()) all.push(...page);
    return all;
  });
  const bytes = await writeRows(kind.sheet, rows, { format: formatFor(words, kind.sheet), language: words.language });
  return handOut(bytes, words, { kind: kind.sheet.kind, rows: rows.length });
}
