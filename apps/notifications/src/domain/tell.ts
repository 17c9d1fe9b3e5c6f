import type { BilingualText } from '#contracts';
import { enterpriseSide, policeAudiences } from './audiences.js';
import type { Facts } from './facts.js';
import type { ToldType } from './facts-of.js';
import { learn, type Known } from './known.js';
import { NOTICES, type NoticeKey } from './notices/index.js';
import type { NoticeKind } from './notices/notice.js';
import { redact } from './redaction.js';

/** A notice to the enterprise, ready to be stored and delivered. */
export interface Notice {
  readonly audience: string;
  readonly template: NoticeKey;
  readonly templateVersion: number;
  /** Counts the notices of the incident from 1. */
  readonly position: number;
  readonly text: BilingualText;
}

/** What follows from one event: who of the police is told what, and the enterprise's notice, if there is one. */
export interface Telling {
  readonly known?: Known;
  readonly audiences: readonly string[];
  readonly police: Partial<Facts>;
  readonly notice?: Notice;
}

/** The kinds of notice that each event may cause, in their order. */
const BY_EVENT = new Map<string, NoticeKind<NoticeKey>[]>();
for (const kind of NOTICES as readonly NoticeKind<NoticeKey>[]) {
  for (const type of Object.keys(kind.on)) BY_EVENT.set(type, [...(BY_EVENT.get(type) ?? []), kind]);
}

/** Decides who is told of an event. `known` is what is known before it; undefined for events of no incident. */
export function tell(type: ToldType, facts: Facts, known?: Known): Telling {
  const after = known && learn(known, type, facts);
  const police = redact({ ...facts, number: known?.number ?? facts.number }, 'police');
  const audiences = policeAudiences(type, known, after, facts);
  const due = after && dueOf(type, facts, after);
  if (!due) return { known: after, audiences, police };
  const told = after.told.includes(due.mark) ? after.told : [...after.told, due.mark];
  const notice = noticeOf(due, facts, after);
  return { known: { ...after, told, notices: notice.position }, audiences, police, notice };
}

/** A notice that is due, to whom, and by what it is remembered that it was told. */
interface Due {
  readonly kind: NoticeKind<NoticeKey>;
  readonly audience: string;
  readonly mark: string;
}

function dueOf(type: ToldType, facts: Facts, known: Known): Due | undefined {
  const audience = enterpriseSide(known);
  const kind = BY_EVENT.get(type)?.find(({ on }) => on[type]?.(facts, known));
  if (audience === undefined || kind === undefined) return undefined;
  const mark = kind.once === 'contact' ? `${kind.key} ${audience}` : kind.key;
  if (kind.once && known.told.includes(mark)) return undefined;
  if (known.restricted && !kind.whenRestricted) return undefined;
  return { kind, audience, mark };
}

function noticeOf({ kind, audience }: Due, facts: Facts, { number, typeName, notices }: Known): Notice {
  return {
    audience,
    template: kind.key,
    templateVersion: kind.version,
    position: notices + 1,
    text: kind.text({ ...redact(facts, 'enterprise'), number, typeName }),
  };
}
