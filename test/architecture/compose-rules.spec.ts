import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { baseImageFaults, closedFaults, type Service } from '../../scripts/docker-checks/closed-rules.mjs';
import { exampleFaults, passwordFaults, ruleFaults } from '../../scripts/docker-checks/compose-rules.mjs';

const docker = resolve(import.meta.dirname, '../../docker');

const CLOSED: Service = {
  image: '${QIJING_MYSQL_IMAGE:-mysql:8.4.10}',
  user: '999:999',
  read_only: true,
  cap_drop: ['ALL'],
  security_opt: ['no-new-privileges:true'],
  pids_limit: 512,
  mem_limit: '1g',
  cpus: '2',
  logging: { driver: 'json-file', options: { 'max-size': '20m', 'max-file': '10' } },
  healthcheck: { test: ['CMD', 'nc', '-z', '127.0.0.1', '9092'] },
};

const OPEN: readonly [string, Service][] = [
  ['user', { user: undefined }],
  ['user', { user: '0:0' }],
  ['user', { user: 'root' }],
  ['read_only', { read_only: undefined }],
  ['read_only', { read_only: 'true' }],
  ['cap_drop', { cap_drop: undefined }],
  ['cap_drop', { cap_drop: ['NET_RAW'] }],
  ['cap_add', { cap_add: ['NET_BIND_SERVICE', 'SYS_ADMIN'] }],
  ['security_opt', { security_opt: undefined }],
  ['privileged', { privileged: true }],
  ['privileged', { network_mode: 'host' }],
  ['pids_limit', { pids_limit: undefined }],
  ['pids_limit', { pids_limit: -1 }],
  ['mem_limit', { mem_limit: undefined }],
  ['cpus', { cpus: undefined }],
  ['logging', { logging: undefined }],
  ['logging', { logging: { options: { 'max-size': '20m' } } }],
  ['image', { image: 'mysql:8.4.10' }],
  ['image', { image: '${QIJING_MYSQL_IMAGE:-mysql:8.4}' }],
  ['image', { image: '${QIJING_MYSQL_IMAGE:-mysql}' }],
  ['image', { image: 'mysql@sha256:abc' }],
  ['image', { image: undefined }],
  ['healthcheck', { healthcheck: undefined }],
  ['healthcheck', { healthcheck: { test: ['CMD', 'node', '-e', 'fetch()'] } }],
  ['healthcheck', { healthcheck: { test: ['CMD-SHELL', '/opt/kafka/bin/kafka-topics.sh --list'] } }],
];

describe('a container', () => {
  it('of ours is closed, every one', () => {
    expect(ruleFaults()).toEqual([]);
  });

  it('is closed, by version or by digest', () => {
    expect(closedFaults('a', CLOSED)).toEqual([]);
    expect(closedFaults('a', { ...CLOSED, image: `mysql:8.4.10@sha256:${'a1'.repeat(32)}` })).toEqual([]);
  });

  it.each(OPEN)('is refused for its %s: %j', (rule, change) => {
    expect(closedFaults('a', { ...CLOSED, ...change })).toEqual([
      expect.stringMatching(new RegExp(`^services\\.a\\.${rule}: `)),
    ]);
  });

  it('comes from base images of exact versions that a build can replace', () => {
    expect(baseImageFaults('ARG NODE_IMAGE=node:24.11.1-slim\nFROM ${NODE_IMAGE} AS a\nFROM a')).toEqual([]);
    expect(baseImageFaults('ARG NODE_IMAGE=node:24\nFROM caddy:2 AS proxy')).toEqual([
      'ARG NODE_IMAGE: node:24 is no exact version',
      'FROM caddy:2: must come from an argument …_IMAGE',
    ]);
  });
});

describe('a password', () => {
  it.each(['A_PASSWORD: ${A_PASSWORD:-x}', 'A_PASSWORD: ${A_PASSWORD}', 'A_PASSWORD: secret'])('is refused as %s', (text) => {
    expect(passwordFaults('file', text)).toHaveLength(1);
  }); // prettier-ignore

  it('is written where a dollar sign is one', () => {
    expect(exampleFaults("A=''\n# B='x'\n# words")).toEqual([]);
    expect(exampleFaults('A=\n# B="x"')).toHaveLength(2);
  });
});

/** What runs inside the images runs here, too. */
describe('inside an image', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'qijing-image-'));
  let status = 200;
  let server: Server;
  let port: string;

  const run = (file: string, words: string[], env: NodeJS.ProcessEnv): Promise<{ code: number; stdout: string }> =>
    new Promise((done) => {
      execFile(join(docker, file), words, { env: { ...process.env, ...env } }, (error, stdout) =>
        done({ code: typeof error?.code === 'number' ? error.code : 0, stdout }),
      );
    });

  beforeAll(async () => {
    server = createServer(({ url }, response) => response.writeHead(url === '/health/ready' ? status : 404).end());
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    port = String((server.address() as AddressInfo).port);
  });
  afterAll(() => {
    server.close();
    rmSync(scratch, { recursive: true });
  });

  it('`healthy` asks the process whether it is ready', async () => {
    expect((await run('healthy', [], { QIJING_PORT: port })).code).toBe(0);
    status = 503;
    expect((await run('healthy', [], { QIJING_PORT: port })).code).toBe(1);
    expect((await run('healthy', [], { QIJING_PORT: '1' })).code).toBe(1);
  });

  it('`qijing` is the command line, with its words as they were given', async () => {
    mkdirSync(join(scratch, 'dist/programs'), { recursive: true });
    writeFileSync(join(scratch, 'dist/programs/qijing.js'), 'console.log(JSON.stringify(process.argv.slice(2)))');
    const { stdout } = await run('qijing', ['user', 'create', 'a b'], { QIJING_APP: scratch });
    expect(JSON.parse(stdout)).toEqual(['user', 'create', 'a b']);
  });

  it.each(['compose.yaml', 'compose.small.yaml'])('is what %s says of the first accounts, word for word', (file) => {
    const [, words = ''] = /^#\s+docker compose -f docker\/\S+ (?:run --rm|exec) \w+ (.*)$/m.exec(readFileSync(join(docker, file), 'utf8')) ?? [];
    expect(words).toBe('qijing setup');
  }); // prettier-ignore
});
