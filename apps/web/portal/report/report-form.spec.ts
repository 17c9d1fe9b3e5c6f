import { describe, expect, it } from '@jest/globals';
import { blankReport, reportOf, wrongIn, type Known, type ReportForm } from './report-form';

const now = Date.parse('2026-05-21T08:00:00Z');
const known: Known = {
  account: 'enterprise',
  address: '示范园区创新路1号',
  position: { longitude: 119.972, latitude: 31.692 },
  restrictedTypes: new Set(['E102']),
  asked: [],
};
const form = (over: Partial<ReportForm> = {}): ReportForm => ({
  ...blankReport(),
  type: 'E101',
  narrative: ' 仓库门被撬 ',
  timing: 'over',
  name: '王敏',
  phone: '13800005102',
  ...over,
});

describe('the report of an enterprise', () => {
  it('needs what, who and a telephone; where is known', () => {
    expect(wrongIn(blankReport(), known, now)).toEqual(['kind', 'narrative', 'name', 'phone']);
    expect(wrongIn(blankReport(), { account: 'x', restrictedTypes: new Set(), asked: [] }, now)).toEqual([
      'kind',
      'narrative',
      'address',
      'name',
      'phone',
    ]);
    const unseen = form({ narrative: '\u3000\u200b', name: '\u3164', phone: '---', address: '\u2800' });
    expect(wrongIn(unseen, known, now)).toEqual(['narrative', 'address', 'name', 'phone']);
    expect(reportOf(form({ phone: '（0519）88012345转8012' }), known, now)).toBeDefined();
    expect(reportOf(blankReport(), known, now)).toBeUndefined();
  });

  it('is about the registered address unless another one is given', () => {
    expect(reportOf(form(), known, now)).toEqual({
      type: 'E101',
      narrative: '仓库门被撬',
      reporter: { name: '王敏', phone: '13800005102' },
      place: { address: '示范园区创新路1号', longitude: 119.972, latitude: 31.692 },
    });
    const position = { longitude: 120, latitude: 31.5 };
    expect(reportOf(form({ address: '东门外', position }), known, now)?.place).toEqual({
      address: '东门外',
      ...position,
    });
  });

  it('has no point where the address was changed and nobody was asked for one', () => {
    const address = '东港示范大道88号 外租仓库';
    expect(reportOf(form({ address }), known, now)?.place).toEqual({ address });
    expect(reportOf(form({ address: known.address ?? '' }), known, now)?.place).toMatchObject({ longitude: 119.972 });
  });

  it('tells what goes on now, who is hurt, when it was found and what it cost', () => {
    expect(
      reportOf(form({ timing: 'ongoing', foundAt: '2026-05-21T07:00', injured: true, injuredCount: '2' }), known, now),
    ).toMatchObject({ flags: ['in_progress'], injured: 2 });
    const over = reportOf(form({ foundAt: '2026-05-21T07:00', yuan: '41,800', role: '主管' }), known, now);
    expect(over).toMatchObject({
      occurredTo: '2026-05-20T23:00:00.000Z',
      estimatedLossFen: 4_180_000,
      reporter: { role: '主管' },
    });
    expect(over).not.toHaveProperty('flags');
  });

  it.each<[Partial<ReportForm>, string]>([
    [{ injured: true, injuredCount: '' }, 'injured'],
    [{ injured: true, injuredCount: '-1' }, 'injured'],
    [{ phone: 'call me' }, 'phone'],
    [{ yuan: 'much' }, 'loss'],
    [{ foundAt: '2999-01-01T00:00' }, 'found'],
  ])('refuses %o', (over, wrong) => expect(wrongIn(form(over), known, now)).toEqual([wrong]));

  it('tells what the type asks first: when, how much, to which account', () => {
    const field = (name: string, type: 'string' | 'integer') => ({
      name,
      type,
      required: false,
      label: { zh: name, en: name },
    });
    const asked = [field('transferredAt', 'string'), field('amountFen', 'integer'), field('payeeAccount', 'string')];
    const typed = { transferredAt: '2026-05-21T15:50', amountFen: '480000', payeeAccount: '6222000', other: 'x' };
    expect(reportOf(form({ type: 'E104', details: typed }), { ...known, asked }, now)?.details).toEqual({
      transferredAt: '2026-05-21T07:50:00.000Z',
      amountFen: 48_000_000,
      payeeAccount: '6222000',
    });
    expect(wrongIn(form({ details: { amountFen: '四十八万' } }), { ...known, asked }, now)).toEqual(['details']);
  });

  it('tells each payment of a list, and no row that says nothing', () => {
    const text = (name: string, type: 'string' | 'integer') => ({
      name,
      type,
      required: false,
      label: { zh: name, en: name },
    });
    const items = [text('transferredAt', 'string'), text('amountFen', 'integer'), text('payeeAccount', 'string')];
    const asked = [{ ...text('payments', 'string'), type: 'array' as const, items }];
    const payments = [
      { transferredAt: '2026-05-21T15:50', amountFen: '480000', payeeAccount: '' },
      { transferredAt: '', amountFen: '' },
      { payeeAccount: '6222000' },
    ];
    const typed = form({ type: 'E104', details: { payments } });
    expect(reportOf(typed, { ...known, asked }, now)?.details).toEqual({
      payments: [{ transferredAt: '2026-05-21T07:50:00.000Z', amountFen: 48_000_000 }, { payeeAccount: '6222000' }],
    });
    const wrong = form({ details: { payments: [{ amountFen: '很多' }] } });
    expect(wrongIn(wrong, { ...known, asked }, now)).toEqual(['details']);
  });

  it('names its reporter as the one to be told where nobody else may be', () => {
    expect(reportOf(form({ type: 'E102' }), known, now)?.safeContact).toEqual({ account: 'enterprise' });
    expect(reportOf(form(), known, now)).not.toHaveProperty('safeContact');
  });
});
