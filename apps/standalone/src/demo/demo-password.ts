import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Beside the data, so that every start of the same demo says the same. */
const FILE = 'qijing.demo-password';

/** The demo's password: the one that is given, else the one of this data folder, made at its first start. */
export function demoPassword({ demoPassword: given, dataDir }: { demoPassword?: string; dataDir: string }): string {
  return given ?? kept(dataDir) ?? make(dataDir);
}

function kept(dataDir: string): string | undefined {
  try {
    return readFileSync(join(dataDir, FILE), 'utf8').trim() || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Twelve random characters that satisfy the password policy. */
function make(dataDir: string): string {
  const password = `Qj-${randomBytes(9).toString('base64url')}-7a`;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(join(dataDir, FILE), `${password}\n`, { mode: 0o600 });
  return password;
}
