import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { subjectCheckDigit, usccCheckDigit } from '#domain-kit';
import { importFile, type Keep, type SheetStore } from '#sheets';
import { newId } from '#platform';
import { testProfile } from '#testing';
import { ImportHarness } from './import.harness.js';

const SLOW_MS = 60_000;
const ROWS = 2500;

/** A credit code whose check characters are right. */
function usccOf(number: number): string {
  const subject = `M${1_000_000 + number}`;
  const body = `91320412${subject}${subjectCheckDigit(subject)}`;
  return body + usccCheckDigit(body);
}

const fileOf = (name: (at: number) => string): Buffer =>
  Buffer.from(['id,uscc,name', ...Array.from({ length: ROWS }, (_, at) => `,${usccOf(at)},${name(at)}`)].join('\n'));

describe(`an import of many rows on ${testProfile()}`, () => {
  let deployment: ImportHarness;
  beforeAll(async () => {
    deployment = await ImportHarness.open();
  }, SLOW_MS);
  afterAll(() => deployment.close(), SLOW_MS);

  /** The real store, with something happening before one of its transactions. */
  function interrupted(before: (keeping: number) => void | Promise<void>): SheetStore<object> {
    const store = deployment.store('enterprises');
    let keeping = 0;
    return {
      sheet: store.sheet,
      pages: () => store.pages(),
      put: async (rows, keep: Keep) => {
        if (keep !== 'none') await before((keeping += 1));
        return store.put(rows, keep);
      },
    };
  }
  const options = { dryRun: false, acceptValid: false, system: 'wgs84' } as const;

  it(
    'keeps whole transactions when it is cut off, and the same file does the rest',
    async () => {
      const cut = interrupted((keeping) => {
        if (keeping === 3) throw new Error('the machine died');
      });
      await expect(importFile(cut, fileOf(String), options)).rejects.toThrow('the machine died');
      expect(await deployment.import('enterprises', fileOf(String))).toMatchObject({ created: 500, unchanged: 2000 });
      expect(await deployment.import('enterprises', fileOf(String))).toMatchObject({ unchanged: ROWS, written: false });
    },
    SLOW_MS,
  );

  it(
    'stops at what somebody else made wrong meanwhile, keeps nothing of that transaction, and says so',
    async () => {
      const taken = usccOf(ROWS + 1);
      const file = Buffer.concat([fileOf((at) => `改${at}`), Buffer.from(`\n${newId()},${taken},新厂`)]);
      const raced = interrupted(async (keeping) => {
        if (keeping !== 3) return;
        await deployment.import('enterprises', Buffer.from(`uscc,name\n${taken},抢先\n`));
      });
      const { refusals, ...answer } = await importFile(raced, file, options);
      expect(answer).toMatchObject({ created: 0, changed: 2000, refused: 1, written: true });
      expect(refusals).toMatchObject([{ row: ROWS + 2, column: 'uscc', value: taken }]);
      expect(refusals[0]?.refusal.code).toBe('enterprise.uscc-taken');
      expect(
        await deployment.import(
          'enterprises',
          fileOf((at) => `改${at}`),
        ),
      ).toMatchObject({
        changed: 500,
        unchanged: 2000,
      });
    },
    SLOW_MS,
  );
});
