import { LEDGER_VOCABULARY, type BilingualText, type CaseKind, type LedgerNotice } from '#contracts';
import { formatYuan, shanghaiTime } from '#domain-kit';
import type { Facts } from '../facts.js';
import type { ToldType } from '../facts-of.js';
import type { Known } from '../known.js';

/** What a notice is filled with: the facts an enterprise may be told, and what is known of the incident. */
export type NoticeFacts = Partial<Facts> & { readonly number: string; readonly typeName: BilingualText };

/** Whether an event is a reason for the notice. */
type Rule = (facts: Facts, known: Known) => boolean;

/** One kind of notice to an enterprise: when, to whom, in which words. */
export interface NoticeKind<Key extends string = string> {
  /** Stored with every notice; also the step that the enterprise's feed names. */
  readonly key: Key;
  /** Raised whenever a word changes; stored with every notice. */
  readonly version: number;
  /** Told at most once per incident; `contact`: once to each who is told alone, and shown to nobody who takes over. */
  readonly once: boolean | 'contact';
  /** True: due to the safe contact of a restricted incident too. False: only to an enterprise that may know all. */
  readonly whenRestricted: boolean;
  /** The events that may cause it. */
  readonly on: Readonly<Partial<Record<ToldType, Rule>>>;
  text(facts: NoticeFacts): BilingualText;
}

/** Declares a kind of notice; its key becomes part of its type. */
export const defineNotice = <const Key extends string>(kind: NoticeKind<Key>): NoticeKind<Key> => kind;

/** The event is always a reason. */
export const always: Rule = () => true;

/** The event is a reason where an incident is dealt with; requests for services are spoken of in words of their own. */
export const incident =
  (rule: Rule = always): Rule =>
  (facts, known) =>
    known.service !== true && rule(facts, known);

/** The event is a reason where a service was asked for. */
export const service =
  (rule: Rule = always): Rule =>
  (facts, known) =>
    known.service === true && rule(facts, known);

/** The incident was closed and its case goes on; events of earlier versions do not say, and counted every case so. */
export const goesOnAsCase = ({ outcome, caseGoesOn = true }: Facts): boolean =>
  outcome === 'CASE_REGISTERED' && caseGoesOn;

/** The decision is about a case of one of these kinds; a decision of earlier versions names none and counts as criminal. */
export const caseOf =
  (...kinds: readonly CaseKind[]): Rule =>
  ({ caseKind = 'criminal' }) =>
    kinds.includes(caseKind);

/** An entry of a kind that calls for this notice, in the ledger of this enterprise; another victim's is none of its business. */
export const ownMoney =
  (notice: LedgerNotice): Rule =>
  ({ ledgerKind, victimId }, { enterpriseId }) =>
    ledgerKind !== undefined &&
    LEDGER_VOCABULARY[ledgerKind].notice === notice &&
    (victimId === undefined || victimId === enterpriseId);

/** A reversal of an entry that this enterprise was told of. */
export const ownCorrection: Rule = ({ ledgerKind, reversedKind, victimId }, { enterpriseId }) =>
  ledgerKind === 'REVERSAL' &&
  reversedKind !== undefined &&
  LEDGER_VOCABULARY[reversedKind].notice !== null &&
  (victimId === undefined || victimId === enterpriseId);

/** An instant on the clock of the centre, named; nothing for none. */
export function time(iso: string | undefined, language: keyof BilingualText): string {
  if (iso === undefined) return '';
  const text = shanghaiTime(new Date(iso));
  return language === 'zh' ? `北京时间 ${text} ` : `${text} Beijing time`;
}

/** The amount of a fact in yuan. */
export const yuan = ({ amountFen = 0 }: NoticeFacts): string => formatYuan(amountFen);

/** What a reversal takes back, in words. */
export const wordOf = ({ reversedKind }: NoticeFacts, language: keyof BilingualText): string =>
  reversedKind === undefined ? '' : LEDGER_VOCABULARY[reversedKind][language];

/** That a call taker looks at a report before anybody is sent; nothing where it is not held. */
export function heldText({ held }: NoticeFacts, language: keyof BilingualText): string {
  if (held !== true) return '';
  return language === 'zh'
    ? '本次上报正待接警员核对，核对后即行安排。'
    : 'A call taker looks at it before anybody is sent. ';
}
