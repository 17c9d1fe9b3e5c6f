import { expect, it } from '@jest/globals';
import { demoAccounts, welcome } from './welcome.js';

const seeded = {
  accounts: [
    { account: 'chief', name: '值班长' },
    { account: 'PS01', name: '一所' },
  ],
  password: 'Qj-demo-1234',
} as unknown as Parameters<typeof welcome>[1];

it('tells who starts the demo where it is and how to end it', () => {
  const text = welcome('http://localhost:3000', seeded);
  expect(text).toContain('http://localhost:3000/api/docs');
  expect(text).toContain('Ctrl-C');
  expect(text).toContain('Qj-demo-1234');
});

it('tells of a command that starts nothing neither an address nor how to stop it', () => {
  const text = demoAccounts(seeded).join('\n');
  expect(text).not.toMatch(/Ctrl-C|http|api\/docs/);
  expect(text).toMatch(/chief[\s\S]*PS01[\s\S]*Qj-demo-1234/);
});
