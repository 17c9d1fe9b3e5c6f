import { describe, expect, it } from '@jest/globals';
import { audiencesOf, type Listener } from './audiences.js';
import { shareOf, type FeedEntry, type Share } from './feed-entry.js';
import type { Facts } from './facts.js';
import { firstKnown, type Known, type KnownPart } from './known.js';

const at = '2026-05-21T02:00:00.000Z';
const known = (more: Partial<Known> = {}): Known => ({
  ...firstKnown({ incidentId: 'i1', occurredAt: at, enterpriseId: 'e1' }),
  ...more,
});
const part = (unitId: string, more: Partial<KnownPart> = {}): KnownPart => ({
  unitId,
  discipline: 'PS',
  role: 'assist',
  state: 'ISSUED',
  ...more,
});
const entry = (audiences: readonly string[], data: Partial<Facts>, more: Partial<FeedEntry> = {}): FeedEntry => ({
  seq: 1,
  incidentId: 'i1',
  type: 'assignment.arrived.v1',
  audiences,
  data: JSON.stringify({ eventId: 'x', source: 'routing', version: 3, incidentId: 'i1', occurredAt: at, ...data }),
  at: new Date(at),
  ...more,
});
const person = (role: Listener['roles'][number], more: Partial<Listener>): Listener => ({
  accountId: 'id-li',
  account: 'li',
  roles: [role],
  ...more,
});
const shareFor = (listener: Listener, one: FeedEntry, now: Known): Share | undefined =>
  shareOf(one, { audiences: audiencesOf(listener), listener }, now);

describe('what a listener gets of an entry that was written before', () => {
  const officer = person('officer', { unitId: 'CID01' });
  const others = entry(['operators', 'unit:CID01'], { unitId: 'PS01', state: 'ARRIVED' });
  const own = entry(['operators', 'unit:CID01'], { unitId: 'CID01', state: 'DECLINED', dispatchState: 'RESPONDING' });

  it('is everything while the unit has a standing part', () => {
    expect(shareFor(officer, others, known({ units: [part('CID01')] }))?.data).toBe(others.data);
  });

  it('is the own assignment once the unit was released, and nothing else of the past', () => {
    const now = known({ units: [part('CID01', { state: 'DECLINED' })] });
    expect(shareFor(officer, others, now)).toBeUndefined();
    expect(JSON.parse(shareFor(officer, own, now)?.data ?? '{}')).toEqual({
      eventId: 'x',
      source: 'routing',
      version: 3,
      incidentId: 'i1',
      occurredAt: at,
      unitId: 'CID01',
      state: 'DECLINED',
    });
  });

  it('is for who judges proposals that one moved, and nothing of the incident', () => {
    const moved = entry(
      ['operators', 'judges', 'unit:PS01'],
      { proposalId: 'p1', state: 'APPROVED', caseNumber: 'A1', waitsFor: 'property_custodian' },
      { type: 'case.proposal-moved.v1' },
    );
    const told = { eventId: 'x', source: 'routing', occurredAt: at, proposalId: 'p1', waitsFor: 'property_custodian' };
    for (const judge of [
      person('property_custodian', {}),
      person('legal_reviewer', {}),
      person('legal_reviewer', { unitId: 'LEG01', roles: ['officer', 'legal_reviewer'] }),
    ]) {
      expect(JSON.parse(shareFor(judge, moved, known())?.data ?? '{}')).toEqual(told);
      expect(shareFor(judge, others, known())).toBeUndefined();
    }
    expect(shareFor(person('officer', { unitId: 'PS02' }), moved, known())).toBeUndefined();
    const lead = person('legal_reviewer', { unitId: 'PS01', roles: ['officer', 'legal_reviewer'] });
    expect(shareFor(lead, moved, known({ units: [part('PS01')] }))?.data).toBe(moved.data);
  });

  it('is of the task alone for a partner', () => {
    const ambulance = person('partner_user', { unitId: 'X120' });
    const now = known({ units: [part('X120', { discipline: 'X120' })] });
    const planned = entry(['operators', 'partner:X120'], { priority: 'P1', gaps: 2 });
    expect(shareFor(ambulance, planned, now)?.data).not.toMatch(/P1|gaps/);
    expect(shareFor(ambulance, others, now)).toBeUndefined();
  });

  it('is no earlier notice for a contact once disclosure is restricted, and for the safe one only what law demands', () => {
    const contact = person('enterprise_contact', { enterpriseId: 'e1' });
    const notice = (step: string) => entry([], {}, { noticeTo: 'enterprise:e1', notice: JSON.stringify({ step }) });
    expect(shareFor(contact, notice('arrived'), known())).toBeDefined();
    expect(shareFor(contact, notice('received'), known({ restricted: true }))).toBeUndefined();
    const safe = known({ restricted: true, safeAccount: 'li' });
    expect(shareFor(contact, notice('received'), safe)).toBeDefined();
    expect(shareFor(contact, notice('arrived'), safe)).toBeUndefined();
    expect(shareFor({ ...contact, enterpriseId: 'e2' }, notice('received'), safe)).toBeUndefined();
  });
});
