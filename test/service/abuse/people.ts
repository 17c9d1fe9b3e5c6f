import type { INestApplication } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { createSecretKey } from 'node:crypto';
import { generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWK } from 'jose';
import type { Role } from '#contracts';
import { contactTable, signToken, storesOf, type Caller } from '#platform';
import { eventually } from '#testing';
import { CreateAccount } from '../../../apps/identity/src/use-cases/create-account.js';
import { SigningKeys } from '../../../apps/identity/src/outbound/database/signing-keys.js';
import { demoAccounts } from '../../../apps/identity/src/domain/demo-accounts.js';
import { DEMO_ENTERPRISE_ID, OTHER_ENTERPRISE_ID } from '../../../apps/standalone/src/demo/data/enterprises.js';
import { demoUnits } from '../../../apps/standalone/src/demo/data/units.js';

const HOUR_MS = 3_600_000;

/** Name of officers that no enterprise may learn. */
export const OFFICER_NAME = '金丝雀警官';

/** People beside the demo's own: a colleague of the enterprise's contact, a competitor, machines. */
const OTHERS = [
  { account: 'colleague', name: '同企业另一联系人', roles: ['enterprise_contact'], enterpriseId: DEMO_ENTERPRISE_ID },
  { account: 'competitor', name: '别家联系人', roles: ['enterprise_contact'], enterpriseId: OTHER_ENTERPRISE_ID },
  { account: 'panel', name: '报警主机', roles: ['machine'] },
  { account: 'panel-2', name: '另一报警主机', roles: ['machine'] },
  { account: 'officer-x', name: OFFICER_NAME, roles: ['officer', 'case_officer'], unitId: 'PS02' },
  { account: 'assist-x', name: OFFICER_NAME, roles: ['officer', 'case_officer'], unitId: 'CYB01' },
  { account: 'clerk', name: '服务企业专员', roles: ['eso_clerk'] },
] satisfies Omit<Caller, 'accountId'>[];

/** Contacts of enterprises have accounts, and the services that name them know of these. */
async function contactsAreKnown(app: INestApplication): Promise<void> {
  const contacts = OTHERS.filter(({ roles }) => roles.some((role) => role === 'enterprise_contact'));
  for (const { account, name, roles, ...more } of contacts)
    await app.get(CreateAccount, { strict: false }).byCommand({ account, name, roles, ...more }, 'Of-a-contact-7a');
  const all = ['enterprise', 'enterprise2', ...contacts.map(({ account }) => account)].sort();
  for (const { database } of storesOf(app).filter(({ service }) => ['intake', 'cases'].includes(service)))
    await eventually(async () => {
      const known = await database.rows(contactTable, 'ORDER BY `account`');
      expect(known.map(({ account }) => account)).toEqual(all);
    });
}

/** Tokens: genuine ones for everybody, and forged ones. */
export class People {
  private readonly tokens = new Map<string, string>();
  private constructor(
    private readonly key: CryptoKey,
    private readonly kid: string,
    private readonly publicJwk: JWK,
  ) {}

  /** Takes the system's own signing key, so that no sign-in is needed. */
  static async of(app: INestApplication): Promise<People> {
    const { kid, privateKey, publicJwk } = await app.get(SigningKeys, { strict: false }).current();
    const people = new People(privateKey, kid, publicJwk);
    const units = demoUnits.map(({ id, name, discipline }) => ({ code: id, name, discipline }));
    for (const person of [...demoAccounts(units, [DEMO_ENTERPRISE_ID, OTHER_ENTERPRISE_ID]), ...OTHERS])
      await people.admit(person);
    await contactsAreKnown(app);
    return people;
  }

  /** The token of a person by account name. */
  token(account: string): string {
    const token = this.tokens.get(account);
    if (token === undefined) throw new Error(`nobody is called ${account}`);
    return token;
  }

  /** Takes a token that the product itself gave. */
  knows(account: string, token: string): void {
    this.tokens.set(account, token);
  }

  /** Everybody's account names. */
  get accounts(): string[] {
    return [...this.tokens.keys()];
  }

  /** Somebody with exactly one role, of a unit and an enterprise that exist. */
  withRole(role: Role): Promise<string> {
    return this.sign({
      account: `only-${role}`,
      name: role,
      roles: [role],
      unitId: 'PS02',
      enterpriseId: DEMO_ENTERPRISE_ID,
    });
  }

  /** Tokens that must not be believed, by what is wrong with them. */
  async forged(): Promise<Record<string, string>> {
    const { privateKey } = await generateKeyPair('ES256');
    const claims = { account: 'chief', name: '值班长', roles: ['duty_chief', 'sys_admin'] };
    const jwt = (kid = this.kid, alg = 'ES256', audience = 'qijing', issuer = 'qijing', exp = '1h') =>
      new SignJWT(claims)
        .setProtectedHeader({ alg, kid, typ: 'JWT' })
        .setSubject(randomUUID())
        .setJti(randomUUID())
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(exp);
    const publicAsSecret = createSecretKey(Buffer.from(JSON.stringify(this.publicJwk)));
    const genuine = this.token('operator').split('.');
    return {
      'another key': await jwt().sign(privateKey),
      'another key under an unknown id': await jwt('unknown').sign(privateKey),
      'the public key as HMAC secret': await jwt(this.kid, 'HS256').sign(publicAsSecret),
      'no signature': new UnsecuredJWT({ ...claims, jti: randomUUID() })
        .setSubject(randomUUID())
        .setIssuer('qijing')
        .setAudience('qijing')
        .setExpirationTime('1h')
        .encode(),
      'another audience': await jwt(this.kid, 'ES256', 'elsewhere').sign(this.key),
      'another issuer': await jwt(this.kid, 'ES256', 'qijing', 'elsewhere').sign(this.key),
      expired: await jwt(this.kid, 'ES256', 'qijing', 'qijing', '-1m').sign(this.key),
      'changed content': [genuine[0], Buffer.from(JSON.stringify(claims)).toString('base64url'), genuine[2]].join('.'),
      'not a token': 'abc',
    };
  }

  private async admit(person: Omit<Caller, 'accountId'>): Promise<void> {
    this.tokens.set(person.account, await this.sign(person));
  }

  private sign(person: Omit<Caller, 'accountId'>): Promise<string> {
    const content = {
      caller: { ...person, accountId: randomUUID() },
      sessionId: randomUUID(),
      issuedAt: new Date(),
      expiresAt: new Date(Date.now() + HOUR_MS),
    };
    return signToken(content, this.key, this.kid);
  }
}
