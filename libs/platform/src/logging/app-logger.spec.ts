import { describe, expect, it } from '@jest/globals';
import { AppLogger } from './app-logger.js';
import { redactText } from './redact-text.js';
import { runWithTrace } from '../tracing/request-context.js';

const CANARIES = [
  '张伟canary',
  '13812345102',
  '原料仓库夜间被盗canary',
  'S3cret-canary',
  '6222020200112233445',
  '320404199001011234',
  'zhang@canary.example',
];

function logged(work: (logger: AppLogger) => void): string {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  work(new AppLogger({ service: 'try', level: 'trace', destination }));
  return lines.join('');
}

describe('AppLogger', () => {
  it.each([
    ['properties', (logger: AppLogger) => logger.log({ msg: 'stored', report: sensitive() })],
    ['details', (logger: AppLogger) => logger.warn('odd', sensitive(), 'intake')],
    ['free text', (logger: AppLogger) => logger.log('call 13812345102 or zhang@canary.example, 320404199001011234')],
    ['driver errors', (logger: AppLogger) => logger.error({ msg: 'failed', err: driverError() })],
    ['plain errors', (logger: AppLogger) => logger.error(driverError())],
    ['causes', (logger: AppLogger) => logger.error(new Error('outer', { cause: driverError() }), 'stack', 'ctx')],
  ])('keeps personal data and secrets out of %s', (_where, work) => {
    const text = logged(work);
    expect(text).not.toBe('');
    expect(CANARIES.filter((canary) => text.includes(canary))).toEqual([]);
  });

  it('adds trace ids and the context', () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const text = logged((logger) => runWithTrace(traceparent, () => logger.log('hello', 'Router')));
    expect(JSON.parse(text)).toMatchObject({
      level: 'info',
      service: 'try',
      context: 'Router',
      msg: 'hello',
      traceId: '0af7651916cd43dd8448eb211c80319c',
    });
  });

  it.each([
    ['error', 1],
    ['silent', 0],
  ] as const)('tells facts at level %s as they are', (level, count) => {
    const lines: string[] = [];
    const logger = new AppLogger({ service: 'try', level, destination: { write: (line) => void lines.push(line) } });
    logger.tell({ msg: 'audit checkpoint', hash: '6222020200112233445' });
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject(
      Array.from({ length: count }, () => ({ msg: 'audit checkpoint', hash: '6222020200112233445' })),
    );
  });

  it('leaves ids and times readable', () => {
    const id = '01932f6e-3c4a-7b7a-9d5e-6f1a2b3c4d5e';
    expect(redactText(`incident ${id} at 2026-05-21T23:00:00.000Z`)).toContain(id);
  });
});

function sensitive(): object {
  return {
    reporter: { name: '张伟canary', phone: '13812345102' },
    narrative: '原料仓库夜间被盗canary',
    credentials: [{ password: 'S3cret-canary', Cookie: 'S3cret-canary', access_token: 'S3cret-canary' }],
    money: { account_number: '6222020200112233445', idNumber: '320404199001011234' },
  };
}

function driverError(): Error {
  const error = new Error(
    "Duplicate entry '张伟canary' for key 'uq_contact'; near \"原料仓库夜间被盗canary\" 6222020200112233445",
  );
  return Object.assign(error, { code: 'ER_DUP_ENTRY', parameters: ['13812345102'], query: "VALUES ('S3cret-canary')" });
}
