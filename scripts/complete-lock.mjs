#!/usr/bin/env node
/**
 * Adds to package-lock.json the optional packages of other platforms that npm left out because the registry in use did
 * not carry them. Without these entries `npm ci` refuses the lock file, here or on another system. Run it after every
 * change of dependencies; entries added have no integrity.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './lib/paths.mjs';

const SYSTEMS = ['darwin', 'win32', 'linux', 'freebsd', 'android', 'openharmony'];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64'];

const file = inRoot('package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const before = Object.keys(lock.packages).length;

for (const [path, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) addMissing(path, entry, name, range);
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stderr.write(`${Object.keys(lock.packages).length - before} entries added to package-lock.json\n`);

function addMissing(path, owner, name, range) {
  const beside = `${path.slice(0, path.lastIndexOf('node_modules/'))}node_modules/${name}`;
  const isThere = [beside, `node_modules/${name}`, `${path}/node_modules/${name}`].some((at) => lock.packages[at]);
  const platform = platformOf(name);
  if (isThere || platform.os.length === 0) return;
  const { os, cpu, libc } = platform;
  lock.packages[beside] = {
    version: range.replace(/^[^0-9]*/, ''),
    ...(cpu.length > 0 && { cpu }),
    ...(owner.dev && { dev: true }),
    ...(libc && { libc }),
    optional: true,
    os,
  };
}

/** Platform packages say in their names what they are for: `@scope/binding-linux-x64-gnu`, `@scope/darwin-arm64`. */
function platformOf(name) {
  const words = name.split('-');
  return {
    os: SYSTEMS.filter((system) => words.includes(system) || name.includes(`/${system}-`)),
    cpu: PROCESSORS.filter((processor) => words.includes(processor)),
    libc: libcOf(words),
  };
}

function libcOf(words) {
  if (words.includes('musl')) return ['musl'];
  return words.includes('gnu') ? ['glibc'] : undefined;
}
