import { Injectable } from '@nestjs/common';
import { Database, isDuplicateKey, LostRace } from '#persistence';
import { numberSequences } from './cases.schema.js';

interface Reserved {
  next: number;
}

/** Digits of the serial; more are used when a day needs them. */
const DIGITS = 5;

/**
 * Numbers of cases: `AJ`, district, day, serial. A unit of work reserves a prefix once, by locking its row, takes as many
 * serials as it needs, and writes the next one back at its end: no gaps, and nobody loses a race.
 */
@Injectable()
export class CaseNumbers {
  constructor(private readonly database: Database) {}

  /** The next number of a district (six digits) and day (`yyyymmdd`). */
  async take(district: string, day: string): Promise<string> {
    const prefix = `AJ${district}${day}`;
    const reserved = this.reserved();
    const held = reserved.get(prefix) ?? (await this.reserve(prefix));
    reserved.set(prefix, held);
    const serial = held.next;
    held.next += 1;
    return `${prefix}${String(serial).padStart(DIGITS, '0')}`;
  }

  private async reserve(prefix: string): Promise<Reserved> {
    const locked = await this.database.execute(
      'UPDATE `number_sequence` SET `next_serial` = `next_serial` WHERE `id` = ?',
      [prefix],
    );
    if (locked === 0) return this.begin(prefix);
    const row = await this.database.one(numberSequences, 'WHERE `id` = ?', [prefix]);
    return { next: row?.nextSerial ?? 1 };
  }

  private async begin(prefix: string): Promise<Reserved> {
    try {
      await this.database.insert(numberSequences, [{ id: prefix, nextSerial: 1 }]);
    } catch (error) {
      throw isDuplicateKey(error) ? new LostRace('number sequence') : error;
    }
    return { next: 1 };
  }

  private reserved(): Map<string, Reserved> {
    const { unit } = this.database;
    return unit.local(this, () => {
      const prefixes = new Map<string, Reserved>();
      unit.beforeCommit('state', () => this.writeBack([...prefixes]));
      return prefixes;
    });
  }

  private async writeBack(prefixes: [string, Reserved][]): Promise<void> {
    await this.database.execute(
      `UPDATE \`number_sequence\` SET \`next_serial\` = CASE \`id\`${' WHEN ? THEN ?'.repeat(prefixes.length)} ELSE ` +
        `\`next_serial\` END WHERE \`id\` IN (${prefixes.map(() => '?').join(', ')})`,
      [...prefixes.flatMap(([id, { next }]) => [id, next]), ...prefixes.map(([id]) => id)],
    );
  }
}
