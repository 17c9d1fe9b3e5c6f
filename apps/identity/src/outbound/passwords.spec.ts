import { expect, it } from '@jest/globals';
import { Passwords } from './passwords.js';

it('keeps passwords as argon2id of 19 MiB and two passes, salted each', async () => {
  const passwords = new Passwords();
  const [one, other] = await Promise.all([passwords.hash('Qj-Canary-7a'), passwords.hash('Qj-Canary-7a')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
});
