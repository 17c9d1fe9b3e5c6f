import type { ActorFact, ProposedAct } from '#contracts';
import { defineRefusal } from '#domain-kit';
import type { FiledProposal } from './filed-proposal.js';

/** 403: a decision is not reconsidered by who made it (程序规定 art. 179: 复核 is by the level above). */
export const decidedBefore = defineRefusal({
  code: 'proposal.decided-before',
  kind: 'forbidden',
  zh: '作出不予立案决定或复议决定的人，不能决定对该决定的复议、复核',
  en: 'Who refused to file, or decided its reconsideration, does not decide about that once more',
});

/** What a reconsideration comes to. */
const RECONSIDERED: ReadonlySet<ProposedAct> = new Set<ProposedAct>(['uphold', 'overturn']);
/** Decisions that may be reconsidered. */
const DECIDED: ReadonlySet<ProposedAct> = new Set<ProposedAct>(['not_file', ...RECONSIDERED]);

/** Who approved that a case is not filed, or what a reconsideration came to. */
const decidersOf = (proposals: readonly Pick<FiledProposal, 'act' | 'steps'>[]): ReadonlySet<string> =>
  new Set(
    proposals
      .filter(({ act }) => DECIDED.has(act))
      .flatMap(({ steps }) => steps.filter(({ state }) => state === 'APPROVED').map(({ by }) => by.accountId)),
  );

/** A proposal as it is shown: with who may not decide about it. */
export const withDeciders = <One extends FiledProposal>(one: One, all: readonly FiledProposal[] = []): One =>
  RECONSIDERED.has(one.act) ? { ...one, deciders: [...decidersOf(all)] } : one;

/** Checks that a reconsideration is decided by nobody who decided before. Throws `proposal.decided-before`. */
export function requireAnotherDecider(
  act: ProposedAct,
  by: Pick<ActorFact, 'accountId'>,
  proposals: readonly Pick<FiledProposal, 'act' | 'steps'>[] = [],
): void {
  if (RECONSIDERED.has(act) && decidersOf(proposals).has(by.accountId)) throw decidedBefore();
}
