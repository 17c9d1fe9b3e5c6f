export { copyFile, lookInto, replaceFile, type CopiedService } from './file-snapshot.js';
export { isHead, type CopiedRow, type CopiedRows, type RowCounts, type TableHead } from './rows.js';
export { ServerRestore } from './server-restore.js';
export { openServerSnapshot, type ServerSnapshot } from './server-snapshot.js';
export { syncFolder } from './sync-folder.js';
