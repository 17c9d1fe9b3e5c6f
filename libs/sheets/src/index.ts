export * from './cells.js';
export { rowTwice } from './refusals.js';
export { FORMATS, formatsOf, writeRows, writeTemplate, type Format } from './file.js';
export {
  demandAll,
  importFile,
  type HandedOut,
  type ImportAnswer,
  type Keep,
  type SheetStore,
  type Verdict,
} from './import-file.js';
export { checkBytes } from './limits.js';
export type { RowRefusal } from './read-rows.js';
export { COORDINATE_SYSTEMS, normalOutline, type CoordinateSystem, type Outline } from './outline.js';
export { handedOutLines, reportFile } from './report.js';
export { sameInFile, type GivenRow, type Sheet } from './sheet.js';
