import { describe, expect, it } from '@jest/globals';
import { csvOf } from './audit-csv';

const entry = {
  subject: 's', seq: 1, at: '2026-11-30T00:00:00.000Z', actor: '=1+1', act: 'a"b', object: 'x, y', success: false,
  hash: 'h', outcome: '-2',
}; // prettier-ignore

describe('a table file of the trail', () => {
  it('keeps quotes and commas, and holds nothing that a spreadsheet runs', () => {
    const [head, row, end] = csvOf([entry]).split('\r\n');
    expect(head).toBe('\uFEFFat,actor,act,object,subject,seq,success,outcome,address,session,hash');
    expect(row).toBe(`2026-11-30T00:00:00.000Z,'=1+1,"a""b","x, y",s,1,false,'-2,,,h`);
    expect(end).toBe('');
  });
});
