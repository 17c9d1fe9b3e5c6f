import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AnchorFile,
  auditCheckpoints,
  AuditCheckpoints,
  auditEntries,
  AuditTrail,
  CheckpointKeys,
  verifyAudit,
  type Anchor,
  type AuditCheckpoint,
  type AuditProof,
} from '#persistence';
import { effectsSchema, openTestDatabase, testProfile, type TestDatabase } from '#testing';
import { GENESIS, hashOfCheckpoint, hashOfEntry, merkleRoot } from '../../libs/persistence/src/audit/audit-hash.js';
import { tamper } from './tampering.js';

const TURNS = 5;
const ENTRY = (subject: string, seq: number) => `WHERE \`subject\` = '${subject}' AND \`seq\` = ${seq}`;

let test: TestDatabase;
let dir: string;
let keys: CheckpointKeys;
let file: AnchorFile;
const told: Anchor[] = [];
const lost: Anchor[] = [];

/** A turn of the sealing, as the running service takes it. */
async function seal(): Promise<void> {
  const checkpoints = new AuditCheckpoints(test.database, { keys, file });
  checkpoints.start(3_600_000, {
    told: (anchor) => told.push(anchor),
    lost: (anchor) => lost.push(anchor),
    failed: (error) => {
      throw error;
    },
  });
  await checkpoints.stop();
}

async function act(...subjects: string[]): Promise<void> {
  await test.database.write(() => {
    for (const subject of subjects) AuditTrail.of(test.database).record({ subject, act: 'thing.done', object: 'o' });
    return Promise.resolve();
  });
}

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'qijing-audit-'));
  keys = CheckpointKeys.readOrMake(join(dir, 'key.pem'));
  file = new AnchorFile(join(dir, 'effects.jsonl'));
  told.length = lost.length = 0;
  test = await openTestDatabase(effectsSchema);
  for (let turn = 1; turn <= TURNS; turn += 1) {
    await act('long', `s${turn}`);
    await act('long', `s${turn}`);
    await seal();
  }
}, 30_000);
afterEach(async () => {
  await test.drop();
  rmSync(dir, { recursive: true, force: true });
});

const verdict = (proof: AuditProof = { keys, anchored: { file } }) => verifyAudit(test.database, proof);
const owner = (...sql: string[]) => tamper(effectsSchema, test.options, ...sql);

/** Hashes everything anew, as somebody does who knows how: chains, then checkpoints, signed by whoever has a key. */
async function reseal(signing?: CheckpointKeys): Promise<void> {
  const statements: string[] = [];
  const hashes = new Map<string, string>();
  let before = { subject: '', hash: GENESIS };
  for (const entry of await test.database.rows(auditEntries, 'ORDER BY `subject`, `seq`')) {
    const prevHash = before.subject === entry.subject ? before.hash : GENESIS;
    const hash = hashOfEntry({ ...entry, prevHash });
    hashes.set(`${entry.subject} ${entry.seq}`, hash);
    statements.push(
      `UPDATE \`audit_entry\` SET \`prev_hash\` = '${prevHash}', \`hash\` = '${hash}' ${ENTRY(entry.subject, entry.seq)}`,
    );
    before = { subject: entry.subject, hash };
  }
  let last: AuditCheckpoint | undefined;
  for (const checkpoint of await test.database.rows(auditCheckpoints, 'ORDER BY `seq`')) {
    const root = await merkleRoot(checkpoint.heads.map(([of, at]) => [of, at, hashes.get(`${of} ${at}`) ?? '']));
    const renewed = { ...checkpoint, root, prevHash: last?.hash ?? GENESIS };
    last = { ...renewed, hash: hashOfCheckpoint(renewed) };
    const signature = signing?.sign('effects', last);
    statements.push(
      `UPDATE \`audit_checkpoint\` SET \`root\` = '${root}', \`prev_hash\` = '${last.prevHash}', \`hash\` = '${last.hash}', ` +
        `\`signature\` = ${signature === undefined ? 'NULL' : `'${signature}'`} WHERE \`seq\` = ${checkpoint.seq}`,
    );
  }
  await owner(...statements);
}

const CHANGED = "UPDATE `audit_entry` SET `actor` = 'account:x' " + ENTRY('long', 2);
const FORGER = () => CheckpointKeys.readOrMake(join(dir, 'forger.pem'));

/** What was done to the tables, and what verification says. */
const DAMAGE: readonly [string, () => Promise<unknown>, RegExp][] = [
  ['an entry was ascribed to somebody else', () => owner(CHANGED), /^audit_entry long 2: was changed/],
  [
    'a success was made of a refusal, or the reverse',
    () => owner('UPDATE `audit_entry` SET `success` = 0 ' + ENTRY('s1', 1)),
    /^audit_entry s1 1: was changed/,
  ],
  [
    'an address was put in',
    () => owner("UPDATE `audit_entry` SET `address` = '10.0.0.9' " + ENTRY('s2', 1)),
    /^audit_entry s2 1: was changed/,
  ],
  [
    'an entry was deleted in the middle',
    () => owner('DELETE FROM `audit_entry` ' + ENTRY('long', 4)),
    /^audit_entry long 5: entry 4 is missing/,
  ],
  [
    'two entries were swapped',
    () =>
      owner(
        'UPDATE `audit_entry` SET `seq` = -1 ' + ENTRY('long', 3),
        'UPDATE `audit_entry` SET `seq` = 3 ' + ENTRY('long', 4),
        'UPDATE `audit_entry` SET `seq` = 4 ' + ENTRY('long', -1),
      ),
    /^audit_entry long 3: does not follow/,
  ],
  [
    'a sealed end was cut off',
    () => owner('DELETE FROM `audit_entry` ' + ENTRY('long', 2 * TURNS)),
    /^audit_checkpoint long 5: sealed entry 10 is gone/,
  ],
  [
    'a chain was deleted',
    () => owner("DELETE FROM `audit_entry` WHERE `subject` = 's3'"),
    /^audit_checkpoint s3 3: sealed entry 2 is gone/,
  ],
  ...[1, 3].map((seq): [string, () => Promise<unknown>, RegExp] => [
    `checkpoint ${seq} was deleted`,
    () => owner(`DELETE FROM \`audit_checkpoint\` WHERE \`seq\` = ${seq}`),
    new RegExp(`^audit_checkpoint ${seq + 1}: checkpoint ${seq} is missing`),
  ]),
  [
    'the last checkpoint was deleted',
    () => owner('DELETE FROM `audit_checkpoint` WHERE `seq` = 5'),
    /^anchor 5: the checkpoint that was told is gone/,
  ],
  [
    'the last two checkpoints were deleted with the entries behind the third-last',
    () =>
      owner(
        'DELETE FROM `audit_checkpoint` WHERE `seq` > 3',
        "DELETE FROM `audit_entry` WHERE `subject` IN ('s4', 's5') OR `seq` > 6",
      ),
    /^anchor 4: the checkpoint that was told is gone/,
  ],
  [
    'all checkpoints were deleted, and a chain',
    () => owner('DELETE FROM `audit_checkpoint`', "DELETE FROM `audit_entry` WHERE `subject` = 's2'"),
    /^anchor 1: the checkpoint that was told is gone/,
  ],
  [
    'both tables were emptied',
    () => owner('DELETE FROM `audit_checkpoint`', 'DELETE FROM `audit_entry`'),
    /^anchor 1: the checkpoint that was told is gone/,
  ],
  [
    'both tables were emptied, and the service went on',
    async () => {
      await owner('DELETE FROM `audit_checkpoint`', 'DELETE FROM `audit_entry`');
      await act('anew');
      await seal();
    },
    /^anchor 1: another checkpoint was told/,
  ],
  [
    'everything was written anew without a key',
    () => owner(CHANGED).then(() => reseal()),
    /^anchor 1: another checkpoint was told/,
  ],
  [
    'everything was written anew with a key of somebody else',
    () => owner(CHANGED).then(() => reseal(FORGER())),
    /^audit_checkpoint 1: is not signed by a key that is known/,
  ],
  [
    'everything was written anew with the stolen key, but what was told is kept',
    () => owner(CHANGED).then(() => reseal(keys)),
    /^anchor 1: another checkpoint was told/,
  ],
  [
    'a signature was taken away',
    () => owner('UPDATE `audit_checkpoint` SET `signature` = NULL WHERE `seq` = 4'),
    /^audit_checkpoint 4: is not signed/,
  ],
  [
    'all signatures were taken away',
    () => owner('UPDATE `audit_checkpoint` SET `signature` = NULL'),
    /^anchor 1: it was told with another signature/,
  ],
  ['what was told was deleted', () => Promise.resolve(rmSync(file.path)), /^anchor: there is no file/],
  ['what was told was emptied', () => Promise.resolve(writeFileSync(file.path, '')), /^anchor: no checkpoint was told/],
];

describe(`damage to the audit trail on ${testProfile()}`, () => {
  it.each(DAMAGE)('is noticed: %s', async (_what, damage, finding) => {
    await damage();
    const { broken } = await verdict();
    const place = [broken?.table, broken?.subject, broken?.seq].filter((part) => part !== undefined).join(' ');
    expect(`${place}: ${broken?.reason ?? 'whole'}`).toMatch(finding);
  });

  it('is not seen where there is none, also while the service goes on', async () => {
    expect(await verdict()).toMatchObject({ broken: undefined, checkpoints: TURNS, anchors: TURNS, chains: 6 });
    await act('long');
    expect((await verdict()).broken).toBeUndefined();
    await seal();
    expect(await verdict()).toMatchObject({ broken: undefined, anchors: TURNS + 1 });
    expect(lost).toEqual([]);
  });

  it('is noticed by the service itself as soon as it seals again', async () => {
    await owner('DELETE FROM `audit_checkpoint` WHERE `seq` = 5');
    await act('long');
    await seal();
    expect(lost.map(({ seq }) => seq)).toEqual([5]);
  });
});

describe(`what is told outside of the database on ${testProfile()}`, () => {
  it('is one line for each checkpoint, which a log proves as well as the file', async () => {
    expect(told.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(
      readFileSync(file.path, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(told);
    const log = new AnchorFile(join(dir, 'service.log'));
    const lines = told.map((anchor) => JSON.stringify({ level: 'info', time: 'now', ...anchor }));
    writeFileSync(log.path, ['not JSON', '{"msg":"another"}', ...lines].join('\n'));
    expect(await verdict({ keys, anchored: { file: log } })).toMatchObject({ broken: undefined, anchors: TURNS });
  });

  it('is ahead of a database that was restored, which is told apart only by when that was', async () => {
    const backup = await test.database.rows(auditCheckpoints, 'ORDER BY `seq`');
    await owner(
      'DELETE FROM `audit_checkpoint` WHERE `seq` > 3',
      "DELETE FROM `audit_entry` WHERE `subject` IN ('s4', 's5') OR `seq` > 6",
    );
    const restoredAt = new Date((backup.at(-1)?.at.getTime() ?? 0) + 1);
    await act('long', 'after');
    while (new Date() <= restoredAt) await act('after');
    await seal();
    expect((await verdict()).broken).toMatchObject({ table: 'anchor', seq: 4 });
    expect((await verdict({ keys, anchored: { file, restoredAt } })).broken).toBeUndefined();
    await owner('DELETE FROM `audit_checkpoint` WHERE `seq` = 4');
    expect((await verdict({ keys, anchored: { file, restoredAt } })).broken).toMatchObject({ table: 'anchor', seq: 4 });
  });
});
