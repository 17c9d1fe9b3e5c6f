import { describe, expect, it } from '@jest/globals';
import { prefixer } from './table-prefix.js';

describe('the SQL of a service in a file that it shares', () => {
  const fit = prefixer('cases');

  it.each([
    ['SELECT `id` FROM `note` WHERE `note` = ?', 'SELECT `id` FROM `cases_note` WHERE `note` = ?'],
    [
      'SELECT a.`id` FROM `note` a JOIN `other` b ON b.`id` = a.`other`',
      'SELECT a.`id` FROM `cases_note` a JOIN `cases_other` b ON b.`id` = a.`other`',
    ],
    ['INSERT INTO `note` (`from`) VALUES (?)', 'INSERT INTO `cases_note` (`from`) VALUES (?)'],
    ['UPDATE `note` SET `table` = ?', 'UPDATE `cases_note` SET `table` = ?'],
    [
      'DELETE FROM `note` WHERE `id` IN (SELECT `id` FROM `old`)',
      'DELETE FROM `cases_note` WHERE `id` IN (SELECT `id` FROM `cases_old`)',
    ],
    ['CREATE TABLE IF NOT EXISTS "note" ("id" text)', 'CREATE TABLE IF NOT EXISTS "cases_note" ("id" text)'],
    ['ALTER TABLE `note` ADD COLUMN `x` text', 'ALTER TABLE `cases_note` ADD COLUMN `x` text'],
    [
      'CREATE UNIQUE INDEX IF NOT EXISTS `uq_note_x` ON `note` (`x`)',
      'CREATE UNIQUE INDEX IF NOT EXISTS `cases_uq_note_x` ON `cases_note` (`x`)',
    ],
    ['DROP INDEX `ix_note`', 'DROP INDEX `cases_ix_note`'],
    ['DROP TABLE `note`', 'DROP TABLE `cases_note`'],
  ])('names its own tables: %s', (sql, fitted) => {
    expect(fit(sql)).toBe(fitted);
  });

  it('leaves names alone that carry the prefix, and those of SQLite', () => {
    for (const sql of ['SELECT 1 FROM "cases_note"', 'SELECT 1 FROM "sqlite_master" WHERE "name" = ?', 'COMMIT']) {
      expect(fit(sql)).toBe(sql);
    }
  });
});
