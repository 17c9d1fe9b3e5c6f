import { fileTooLarge } from './refusals.js';

/** Rows of a file at most. */
export const MOST_ROWS = 200_000;
/** Megabytes of a file at most, as it lies on the disk. */
export const MOST_MEGABYTES = 64;
/** Megabytes of a workbook at most once it is unpacked. */
export const MOST_UNPACKED_MEGABYTES = 512;
/** Corners of an outline at most. */
export const MOST_CORNERS = 5000;
/** Rows that are written in one transaction; a file of so many stands or falls as a whole, even when the machine dies. */
export const ROWS_PER_TRANSACTION = 1000;
/** Refused rows that an answer lists; the report holds all. */
export const REFUSALS_SHOWN = 200;

const MEGABYTE = 1024 * 1024;
const tooLarge = () => fileTooLarge({ rows: MOST_ROWS, megabytes: MOST_MEGABYTES });

/** Throws 413 for a file, or its unpacked content, that is too large. */
export function checkBytes(bytes: number, megabytes = MOST_MEGABYTES): void {
  if (bytes > megabytes * MEGABYTE) throw tooLarge();
}

/** Throws 413 for more rows than are taken. */
export function checkRows(rows: number): void {
  if (rows > MOST_ROWS) throw tooLarge();
}
