import type { Texts } from '#domain-kit';
import { enterpriseSide, policeAudiences } from './audiences.js';
import type { Facts } from './facts.js';
import { learn, type Known } from './known.js';
import { NOTICE_RULES } from './notice-rules.js';
import { redact } from './redaction.js';
import { TEMPLATES, type Template, type TemplateKey } from './templates.js';

/** A notice to the enterprise, ready to be stored and delivered. */
export interface Notice {
  readonly audience: string;
  readonly template: TemplateKey;
  readonly templateVersion: number;
  /** Counts the notices of the incident from 1. */
  readonly position: number;
  readonly text: Texts;
}

/** What follows from one event: who of the police is told what, and the enterprise's notice, if there is one. */
export interface Telling {
  readonly known?: Known;
  readonly audiences: readonly string[];
  readonly police: Partial<Facts>;
  readonly notice?: Notice;
}

/** Decides who is told of an event. `known` is what is known before it; undefined for events of no incident. */
export function tell(type: string, facts: Facts, known?: Known): Telling {
  const after = known && learn(known, type, facts);
  const police = redact({ ...facts, number: known?.number ?? facts.number }, 'police');
  const audiences = policeAudiences(known, after, facts);
  const notice = after && noticeOf(type, facts, after);
  if (!notice) return { known: after, audiences, police };
  const told = after.told.includes(notice.template) ? after.told : [...after.told, notice.template];
  return { known: { ...after, told, notices: notice.position }, audiences, police, notice };
}

function noticeOf(type: string, facts: Facts, known: Known): Notice | undefined {
  const audience = enterpriseSide(known);
  const key = NOTICE_RULES[type]?.(facts, known);
  if (audience === undefined || key === undefined) return undefined;
  const template: Template = TEMPLATES[key];
  if (template.once && known.told.includes(key)) return undefined;
  if (known.restricted && !template.whenRestricted) return undefined;
  const { number, typeName } = known;
  return {
    audience,
    template: key,
    templateVersion: template.version,
    position: known.notices + 1,
    text: template.text({ ...redact(facts, 'enterprise'), number, typeName }),
  };
}
