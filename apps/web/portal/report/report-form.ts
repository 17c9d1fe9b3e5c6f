import { showsSomething } from '../../../../libs/contracts/src/text-rules.js';
import { PHONE } from '../../../../libs/domain-kit/src/phone.js';
import type { Schemas } from '../../kit/api/client';
import { areNumbers, detailsOf, type TypedDetails } from '../../kit/api/details';
import { fenOf } from '../../kit/phone/yuan';
import { instantOf } from '../../kit/time/zone';

type Position = Schemas['PositionRequest'];
export type ReportBody = Schemas['ReportRequest'];

/** What somebody has typed so far; every field is kept on the phone. */
export interface ReportForm {
  type: string;
  narrative: string;
  /** Empty: the registered address. */
  address: string;
  /** The phone's own position, if it was taken. */
  position?: Position | undefined;
  timing: '' | 'ongoing' | 'over';
  /** `YYYY-MM-DDTHH:MM` of the centre's clock, as the picker gives it. */
  foundAt: string;
  injured: boolean;
  injuredCount: string;
  name: string;
  phone: string;
  role: string;
  yuan: string;
  /** What the chosen type asks first, as typed. */
  details: TypedDetails;
}

/** What is known without asking. */
export interface Known {
  /** Account of whoever reports. */
  readonly account: string;
  readonly address?: string | undefined;
  readonly position?: Position | undefined;
  /** Types of which only one named person is told anything. */
  readonly restrictedTypes: ReadonlySet<string>;
  /** What the chosen type asks first. */
  readonly asked: readonly Schemas['DetailFieldView'][];
}

/** Fields that something is wrong with, in the order of the page. */
export type Wrong = 'kind' | 'details' | 'narrative' | 'address' | 'injured' | 'found' | 'name' | 'phone' | 'loss';

export const blankReport = (): ReportForm => ({
  type: '',
  narrative: '',
  address: '',
  position: undefined,
  timing: '',
  foundAt: '',
  injured: false,
  injuredCount: '',
  name: '',
  phone: '',
  role: '',
  yuan: '',
  details: {},
});

const COUNT = /^[1-9]\d{0,5}$/;

/** What must be filled in or mended before the report can be sent. `now`: ms of server time. */
export function wrongIn(form: ReportForm, known: Known, now: number): Wrong[] {
  const checks: [Wrong, boolean][] = [
    ['kind', form.type === ''],
    ['details', !areNumbers(detailsOf(known.asked, form.details))],
    ['narrative', !showsSomething(form.narrative)],
    ['address', !showsSomething(addressOf(form, known))],
    ['injured', form.injured && !COUNT.test(form.injuredCount.trim())],
    ['found', form.timing === 'over' && form.foundAt !== '' && !(instantOf(form.foundAt) <= now)],
    ['name', !showsSomething(form.name)],
    ['phone', !PHONE.test(form.phone.trim())],
    ['loss', form.yuan.trim() !== '' && fenOf(form.yuan) === undefined],
  ];
  return checks.flatMap(([name, wrong]) => (wrong ? [name] : []));
}

const addressOf = (form: ReportForm, known: Known): string => form.address.trim() || (known.address ?? '');

/** The phone's own point, or the registered one for the registered address; no other address has a point. */
export function positionOf(form: ReportForm, known: Known): Position | undefined {
  return form.position ?? (addressOf(form, known) === known.address ? known.position : undefined);
}

/** When it happened and whether somebody was hurt. */
function circumstances({ timing, foundAt, injured, injuredCount }: ReportForm): Partial<ReportBody> {
  return {
    ...(timing === 'ongoing' && { flags: ['in_progress'] }),
    ...(timing === 'over' && foundAt !== '' && { occurredTo: new Date(instantOf(foundAt)).toISOString() }),
    ...(injured && { injured: Number(injuredCount) }),
  };
}

/** The report as the API takes it; undefined while something is wrong. */
export function reportOf(form: ReportForm, known: Known, now: number): ReportBody | undefined {
  if (wrongIn(form, known, now).length > 0) return undefined;
  const position = positionOf(form, known);
  const role = form.role.trim();
  const lossFen = fenOf(form.yuan);
  const details = detailsOf(known.asked, form.details);
  return {
    type: form.type,
    narrative: form.narrative.trim(),
    reporter: { name: form.name.trim(), phone: form.phone.trim(), ...(role !== '' && { role }) },
    place: {
      address: addressOf(form, known),
      ...(position && { longitude: position.longitude, latitude: position.latitude }),
    },
    ...circumstances(form),
    ...(Object.keys(details).length > 0 && { details }),
    ...(lossFen !== undefined && { estimatedLossFen: lossFen }),
    // Nobody but a named person is told of such a matter; whoever reports it asks to be that person.
    ...(known.restrictedTypes.has(form.type) && { safeContact: { account: known.account } }),
  };
}
