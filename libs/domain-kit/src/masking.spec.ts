import { describe, expect, it } from '@jest/globals';
import { masked, withMaskedAccounts } from './masking.js';

describe('masking', () => {
  it.each([
    ['6222020000001234567', '***************4567'],
    ['12345678', '********'],
    ['123456789', '*****6789'],
    ['', ''],
  ])('%j becomes %j', (account, shown) => expect(masked(account)).toBe(shown));

  it('hides every account among the details of a report, and nothing else', () => {
    const details = { payerAccount: '6222020000001234567', payeeAccount: 7, payeeBank: '某银行', amountFen: 1 };
    expect(withMaskedAccounts(details)).toEqual({ ...details, payerAccount: '***************4567' });
  });

  it('hides accounts in lists and parts too, however deep', () => {
    const payments = [{ payeeAccount: '6222020000001234567', amountFen: 1 }, { payee: { bankAccount: '12345678' } }];
    expect(withMaskedAccounts({ payments, items: ['铜料', null] })).toEqual({
      payments: [{ payeeAccount: '***************4567', amountFen: 1 }, { payee: { bankAccount: '********' } }],
      items: ['铜料', null],
    });
  });
});
