import type { INestApplicationContext, Type } from '@nestjs/common';
import type { Sheet, SheetStore } from '#sheets';
import { accountSheet } from '../../../../identity/src/use-cases/account-sheet.js';
import { ImportAccounts } from '../../../../identity/src/use-cases/import-accounts.js';
import { ImportAreas } from '../../../../intake/src/use-cases/import-areas.js';
import { ImportEnterprises } from '../../../../intake/src/use-cases/import-enterprises.js';
import { areaSheet } from '../../../../intake/src/use-cases/area-sheet.js';
import { enterpriseSheet } from '../../../../intake/src/use-cases/enterprise-sheet.js';
import { ImportUnits } from '../../../../routing/src/use-cases/import-units.js';
import { unitSheet } from '../../../../routing/src/use-cases/unit-sheet.js';

/** A kind of file: its columns, and the use case of the service whose rows they are. */
interface ImportKind<Row = object> {
  readonly sheet: Sheet<Row>;
  readonly store: Type<SheetStore<Row>>;
}

const kind = <Row extends object>(sheet: Sheet<Row>, store: Type<SheetStore<Row>>): ImportKind =>
  ({ sheet, store }) as unknown as ImportKind;

/** What files may hold, by the word of the command, in the order in which a deployment needs them. */
const KINDS: readonly ImportKind[] = [
  kind(areaSheet, ImportAreas),
  kind(unitSheet, ImportUnits),
  kind(enterpriseSheet, ImportEnterprises),
  kind(accountSheet, ImportAccounts),
];

/** The words of the kinds. */
export const KIND_WORDS: readonly string[] = KINDS.map(({ sheet }) => sheet.kind);

/** The kind of a word. Throws for another one. */
export function kindOf(text: string | undefined): ImportKind {
  const found = KINDS.find(({ sheet }) => sheet.kind === text);
  if (!found) throw new Error(`unknown kind: ${text ?? ''}; known: ${KIND_WORDS.join(', ')}`);
  return found;
}

/** The rows of a kind in a running application. */
export const storeOf = (app: INestApplicationContext, { store }: ImportKind): SheetStore<object> =>
  app.get<SheetStore<object>>(store, { strict: false });

/** The codes that rows of a kind may refer to: in one place, as no service can ask another. */
export async function knownTo(
  app: INestApplicationContext,
  { sheet }: ImportKind,
): Promise<ReadonlySet<string> | undefined> {
  if (!sheet.refersTo) return undefined;
  const map = await storeOf(app, kindOf(sheet.refersTo.kind)).map?.();
  return new Set(map?.map(({ code }) => code));
}
