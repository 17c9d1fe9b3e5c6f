import { describe, expect, it } from '@jest/globals';
import { AppLogger } from './app-logger.js';
import { redact } from './redact.js';
import { redactText } from './redact-text.js';

describe('free text', () => {
  it.each([
    ['mobile numbers', 'call 13812345102 now', '13812345102'],
    ['with points', 'call 138.0000.5102 now', '5102'],
    ['with blanks and a country', 'call +86 138 0000 5102 now', '5102'],
    ['in full width', 'call １３８００００５１０２ now', '５１０２'],
    ['in full width, read', 'call １３８００００５１０２ now', '5102'],
    ['with something invisible in it', 'call 138\u200b0000\u200b5102 now', '5102'],
    ['landlines', 'call 0519-88012345 now', '88012345'],
    ['landlines in brackets', 'call （0519）88012345 now', '88012345'],
    ['identity cards', 'of 32040419900101123X', '199001'],
    ['identity cards in groups', 'of 320404 19900101 1234', '19900101'],
    ['bank cards', 'to 6222 0202 0011 2233 445', '2233'],
    ['mail addresses', 'to zhang.wei+x@canary.example', 'zhang'],
    ['passwords', 'with password=Hunter2-canary, and', 'Hunter2'],
    ['passwords in JSON', '{"password": "Hunter2 canary"}', 'canary'],
    ['passwords in Chinese', '密码：Hunter2-canary', 'Hunter2'],
    ['tokens by name', 'access_token=abc.canary', 'canary'],
    ['bearers', 'sent Bearer a.b.canary', 'canary'],
    ['basic credentials', 'Authorization: Basic Y2FuYXJ5OmNhbmFyeQ==', 'Y2Fu'],
    ['web tokens', 'got eyJhbGciOi.eyJzdWIi.c2ln-canary', 'c2ln'],
  ])('says nothing of %s', (_what, text, secret) => {
    expect(redactText(text)).not.toContain(secret);
    expect(redactText(text)).toContain('[redacted]');
  });

  it.each([
    'incident 01932f6e-3c4a-7b7a-9d5e-6f1a2b3c4d5e at 2026-05-21T23:00:00.000Z',
    'broker 192.168.10.100:9092 of 10.0.0.12:9092 does not answer after 29000 ms',
    'trace 0af7651916cd43dd8448eb211c80319c, offset 20150000831, version 10.11.6',
    'sealed 1204 entries in 61 chains by 3:5b0c8e1f0a9d2c47',
  ])('leaves readable: %s', (text) => {
    expect(redactText(text)).toBe(text);
  });

  it('says where a file cannot be written, and blanks what else is quoted', () => {
    const error = new Error("EACCES: permission denied, mkdir '/var/lib/qijing' for '张伟 /x'");
    expect(redact(error)).toMatchObject({
      message: "EACCES: permission denied, mkdir '/var/lib/qijing' for '[redacted]'",
    });
    expect(redact({ err: "open './.data/qijing.sqlite' failed" })).toEqual({
      err: "open './.data/qijing.sqlite' failed",
    });
  });

  it('blanks what drivers and parsers call what they were given', () => {
    const given = { detail: '张伟', value: '张伟', values: ['张伟'], who: '张伟', sql: "SELECT '张伟'" };
    expect(JSON.stringify(redact(given))).not.toContain('张伟');
  });
});

/** Milliseconds of this process that a text of this length costs, at best. */
function costOf(piece: string, length: number): number {
  const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  const once = (): number => {
    const before = process.cpuUsage();
    redact({ msg: text, err: text, error: new Error(text) });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  return Math.min(once(), once(), once());
}

describe('what a text costs', () => {
  it.each([
    'a',
    '.',
    '-',
    '1',
    '1 ',
    '0',
    '(',
    '"',
    "'",
    '@',
    'a@',
    'eyJ-',
    'eyJ.',
    'password=',
    'Bearer ',
    '/',
    '/a',
    '１',
    '密码',
  ])('is bounded, whatever it is made of: %j', (piece) => {
    costOf(piece, 8_192);
    expect(costOf(piece, 8_192)).toBeLessThan(50);
    expect(costOf(piece, 1_000_000)).toBeLessThan(100);
  });

  it('is bounded by members too', () => {
    const wide = Object.fromEntries(Array.from({ length: 50_000 }, (_, key) => [`k${key}`, 'x']));
    let written = '';
    const destination = { write: (line: string) => void (written += line) };
    new AppLogger({ service: 'try', level: 'info', destination }).log({ msg: 'wide', wide });
    expect(written.length).toBeLessThan(2_000);
  });
});
