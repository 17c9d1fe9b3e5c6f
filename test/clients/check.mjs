import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, which } from '../../scripts/lib/command.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { Api } from '../kit/api.mjs';
import { ownSystem } from '../kit/system.mjs';

/** 7.14.0 forgets the imports of a union with a discriminator (typescript-fetch); the versions before and after do not. */
const GENERATOR = '7.17.0';
const folder = inRoot('.cache/clients');
const document = inRoot('docs/api/qijing.openapi.json');
const jar = join(folder, `openapi-generator-cli-${GENERATOR}.jar`);
const LONGEST = 5 * 60_000;

/** Whoever reads, and what a file must look like to them. */
const READERS = [
  { account: 'operator', view: 'file', listed: 'summary' },
  { account: 'enterprise', view: 'enterprise', listed: 'enterprise' },
];

/**
 * Clients that are generated from the document: each is compiled, signs in and reads a file as several people.
 * @type {readonly {id: string, options: string[], build: (dir: string) => Promise<string[]>}[]}
 */
const CLIENTS = [
  {
    id: 'typescript-fetch',
    options: [],
    async build(dir) {
      cpSync(inRoot('test/clients/reader.ts.template'), join(dir, 'reader.ts'));
      const rules = ['--strict', '--target', 'es2022', '--lib', 'es2022,dom', '--types', 'node', '--typeRoots'];
      const output = ['--module', 'commonjs', '--moduleResolution', 'node10', '--ignoreDeprecations', '5.0'];
      const types = inRoot('node_modules/@types');
      writeFileSync(join(dir, 'package.json'), '{"type":"commonjs"}');
      await checked(process.execPath, [inRoot('node_modules/typescript/bin/tsc'), ...rules, types, ...output, '--outDir', join(dir, 'out'), join(dir, 'reader.ts')]); // prettier-ignore
      writeFileSync(join(dir, 'out/package.json'), '{"type":"commonjs"}');
      return [process.execPath, join(dir, 'out/reader.js')];
    },
  },
  {
    id: 'java',
    options: ['--library', 'native', '--additional-properties', 'invokerPackage=client,apiPackage=client.api,modelPackage=client.model'], // prettier-ignore
    async build(dir) {
      const lib = join(dir, 'lib');
      await checked('mvn', ['-q', '-f', join(dir, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${lib}`, '-DincludeScope=compile']); // prettier-ignore
      cpSync(inRoot('test/clients/Reader.java'), join(dir, 'src/main/java/Reader.java'));
      await checked('bash', [
        '-c',
        `javac -nowarn -d ${dir}/out -cp '${lib}/*' $(find ${dir}/src/main -name '*.java')`,
      ]);
      return ['java', '-cp', `${dir}/out:${lib}/*`, 'Reader'];
    },
  },
];

/**
 * @param {{say: (text: string) => void}} options
 * @returns {Promise<{ok: boolean, generator: string, clients: {id: string, ok: boolean, notes: string[]}[]}>}
 */
export async function checkClients({ say }) {
  for (const tool of ['java', 'javac', 'mvn'])
    if (!which(tool)) throw new Error(`${tool} is missing: install a JDK and Maven`);
  mkdirSync(folder, { recursive: true });
  await fetchGenerator(say);
  const system = await ownSystem('embedded', { label: 'clients', say, env: { QIJING_LOG_LEVEL: 'silent' } });
  const { baseUrl, stop } = await system.start();
  try {
    await reportSomething(baseUrl, system.password);
    const clients = [];
    for (const client of CLIENTS) {
      say(`${client.id}: generating, compiling and reading`);
      clients.push({ id: client.id, ...(await tried(client, baseUrl, system.password)) });
    }
    return { ok: clients.every(({ ok }) => ok), generator: GENERATOR, clients };
  } finally {
    await stop();
    await system.remove();
  }
}

async function fetchGenerator(say) {
  if (existsSync(jar)) return;
  say(`fetching openapi-generator ${GENERATOR} with Maven`);
  const artifact = `org.openapitools:openapi-generator-cli:${GENERATOR}`;
  await checked('mvn', ['-q', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`]);
}

/** A file that every reader may open. */
async function reportSomething(baseUrl, password) {
  const api = new Api({ baseUrl, password });
  const place = { address: '示范园区创新路1号', longitude: 119.976, latitude: 31.691 };
  const body = { type: 'E101', narrative: '仓库铜料被盗', place, reporter: { name: '王敏', phone: '13800005102' } };
  await (await api.as('enterprise')).post('reports', body);
  api.close();
}

async function tried({ id, options, build }, baseUrl, password) {
  const dir = join(folder, id);
  rmSync(dir, { recursive: true, force: true });
  try {
    await checked('java', ['-jar', jar, 'generate', '-i', document, '-g', id, '-o', dir, ...options]);
    const [program, ...words] = await build(dir);
    const notes = [];
    for (const { account, view, listed } of READERS) {
      const told = JSON.parse(await checked(program, [...words, baseUrl, account, password]));
      if (told.view !== view || told.listed !== listed || !told.known || !(told.told > 0))
        throw new Error(`${account} got ${JSON.stringify(told)}`);
      notes.push(`${account} read ${told.number} as ${told.view}`);
    }
    return { ok: true, notes };
  } catch (error) {
    return { ok: false, notes: [error.message] };
  }
}

/** Runs a program to its end; answers what it printed, throws what it complained of. */
async function checked(program, words) {
  const { code, stdout, stderr } = await run(program, words, { allowFailure: true, timeoutMs: LONGEST });
  if (code !== 0)
    throw new Error(
      `${program} ended with ${code}: ${`${stdout}\n${stderr}`.trim().split('\n').slice(-20).join('\n')}`,
    );
  return stdout;
}
