import { closeSync, openSync, writeSync } from 'node:fs';

/** What the client was answered, one JSON object a line: the checker's evidence. */
export class ClientLog {
  constructor(path) {
    this.path = path;
    this.file = openSync(path, 'w');
  }

  write(entry) {
    if (this.file === undefined) return;
    writeSync(this.file, `${JSON.stringify(entry)}\n`);
  }

  /** A fault lasted from `startedAt` to `healedAt`, ms. */
  fault(id, startedAt, healedAt) {
    this.write({ kind: 'fault', id, startedAt, healedAt });
  }

  /** Something that the run puts there on purpose. */
  expect(what) {
    this.write({ kind: 'expect', ...what });
  }

  /** Nothing is written any more; closing it again changes nothing. */
  close() {
    if (this.file === undefined) return;
    closeSync(this.file);
    this.file = undefined;
  }
}
