import { Injectable } from '@nestjs/common';
import { Counter, Database } from '#persistence';
import { numberSequences, type NumberSequenceRow } from './case.tables.js';

/** Digits of the serial; more are used when a day needs them. */
const DIGITS = 5;

/** Numbers of cases: `AJ`, district, day, serial; a {@link Counter} per district and day, so without gaps. */
@Injectable()
export class CaseNumbers {
  private readonly serials: Counter<NumberSequenceRow>;

  constructor(database: Database) {
    this.serials = new Counter(database, numberSequences, 'next');
  }

  /** The next number of a district (six digits) and day (`yyyymmdd`). */
  async take(district: string, day: string): Promise<string> {
    const prefix = `AJ${district}${day}`;
    return `${prefix}${String(await this.serials.next(prefix)).padStart(DIGITS, '0')}`;
  }
}
