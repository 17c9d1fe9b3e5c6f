import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AUDIT_CORRUPTIONS } from './audit-corruptions.js';
import { CORRUPTIONS } from './corruptions.js';
import { RecordedHistory } from './recorded-history.js';

describe('the checker on a good history', () => {
  let good: RecordedHistory;
  beforeAll(async () => {
    good = await RecordedHistory.record('none');
  }, 160_000);
  afterAll(() => good.drop());

  it('finds nothing, and looked at something for every invariant', async () => {
    const { ok, violations, checked, figures } = await good.check();
    expect(violations).toEqual([]);
    expect(ok).toBe(true);
    expect(figures['accepted']).toBeGreaterThan(5);
    expect(figures['accepted']).toBe((figures['dispatched'] ?? 0) + (figures['gaps'] ?? 0));
    expect(Object.keys(checked).sort()).toEqual(['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I8', 'I9']);
    const audited = checked['I5'] as Record<string, number>;
    for (const what of ['chains', 'entries', 'checkpoints', 'events', 'accounts', 'sessions'])
      expect([what, (audited[what] ?? 0) > 0]).toEqual([what, true]);
  });

  it('finds nothing without a topic either', async () => {
    expect((await good.check({ topic: false })).violations).toEqual([]);
  });

  it.each(
    [...CORRUPTIONS, ...AUDIT_CORRUPTIONS].map(
      (corruption) => [corruption.invariant, corruption.name, corruption] as const,
    ),
  )(
    '%s notices that %s',
    async (invariant, _name, { spoil }) => {
      const spoilt = good.copy();
      try {
        spoil(spoilt);
        const { ok, violations } = await spoilt.check();
        expect(ok).toBe(false);
        expect(violations.map((violation) => violation.invariant)).toContain(invariant);
      } finally {
        spoilt.drop();
      }
    },
    20_000,
  );
});

describe('the checker on a history that went over a bus', () => {
  let good: RecordedHistory;
  beforeAll(async () => {
    good = await RecordedHistory.record('none, over the bus');
  }, 160_000);
  afterAll(() => good.drop());

  it('finds nothing', async () => {
    expect((await good.check()).violations).toEqual([]);
  });

  it('I3 notices that a consumer stands behind its stream', async () => {
    good.change(
      'cases',
      "UPDATE incident_file SET seen = json_set(seen, '$.routing', json_extract(seen, '$.routing') - 1)",
    );
    expect((await good.check()).violations.map(({ invariant }) => invariant)).toContain('I3');
  });
});

describe('the checker on what broken builds leave behind', () => {
  const verdictOn = async (defect: string) => {
    const history = await RecordedHistory.record(defect);
    try {
      return await history.check();
    } finally {
      history.drop();
    }
  };

  it.each(['dedupe switched off', 'cursor unguarded'])(
    'goes red for: %s',
    async (defect) => {
      const { ok, figures, violations } = await verdictOn(defect);
      expect({ ok, figures }).toMatchObject({ ok: false });
      expect(violations.some(({ kind }) => kind === 'doubled')).toBe(true);
    },
    160_000,
  );

  it('goes red for: relay deleting before the ack', async () => {
    const { ok, violations } = await verdictOn('relay deleting before the ack');
    expect(ok).toBe(false);
    expect(violations.some(({ invariant, kind }) => invariant === 'I3' && kind === 'lost')).toBe(true);
  }, 160_000);

  it('stays green for a zombie, because the cursor is guarded', async () => {
    expect((await verdictOn('a zombie before a guarded cursor')).violations).toEqual([]);
  }, 160_000);
});
