import type { Schemas } from '../../kit/api/client';
import { detailsOf, type TypedDetails } from '../../kit/api/details';
import type { Flag } from '../../kit/flags';

export type Report = Schemas['ReportRequest'];
type DetailField = Schemas['DetailFieldView'];

/** Fields that the choice of an enterprise fills in. */
export const FILLED = ['address', 'longitude', 'latitude', 'reporterName', 'reporterPhone'] as const;
export type Filled = Partial<Record<(typeof FILLED)[number], string>>;

/** What the form holds while it is filled; texts as typed. */
export interface ReportDraft {
  type: string;
  channel: NonNullable<Report['channel']>;
  enterpriseId: string;
  enterpriseName: string;
  /** Account of the contact who may be told, where the report is or may become restricted. */
  safeContact: string;
  reporterName: string;
  reporterPhone: string;
  /** Why there is no number, where there is none. */
  noPhone: NonNullable<Report['reporter']['noPhone']> | '';
  reporterRole: string;
  address: string;
  longitude: string;
  latitude: string;
  narrative: string;
  flags: Flag[];
  lossYuan: string;
  injured: string;
  crowd: string;
  details: TypedDetails;
  /** What the choice of an enterprise filled in. */
  filled: Filled;
}

export const emptyReport = (): ReportDraft => ({
  type: '',
  channel: 'phone',
  enterpriseId: '',
  enterpriseName: '',
  safeContact: '',
  reporterName: '',
  reporterPhone: '',
  noPhone: '',
  reporterRole: '',
  address: '',
  longitude: '',
  latitude: '',
  narrative: '',
  flags: [],
  lossYuan: '',
  injured: '',
  crowd: '',
  details: {},
  filled: {},
});

const numberOf = (typed: string): number | undefined => (String(typed).trim() === '' ? undefined : Number(typed));

function placeOf({ address, ...point }: ReportDraft): Report['place'] {
  const [longitude, latitude] = [numberOf(point.longitude), numberOf(point.latitude)];
  return {
    address: address.trim(),
    ...(longitude !== undefined && { longitude }),
    ...(latitude !== undefined && { latitude }),
  };
}

/** Whether it would go to the general desk: it has a type, and no enterprise is concerned. */
export const forGeneralDesk = ({ type, enterpriseId, enterpriseName, flags }: ReportDraft): boolean =>
  type !== '' && enterpriseId === '' && enterpriseName.trim() === '' && !flags.includes('production_halted');

function reporterOf({ reporterName, reporterPhone, noPhone, reporterRole }: ReportDraft): Report['reporter'] {
  const [phone, role] = [reporterPhone.trim(), reporterRole.trim()];
  return { name: reporterName.trim(), ...(phone === '' && noPhone ? { noPhone } : { phone }), ...(role && { role }) };
}

/** The enterprise, and whom of it the report names; a free name has no contacts. */
function enterpriseOf({
  enterpriseId,
  enterpriseName,
  safeContact,
}: ReportDraft): Pick<Report, 'enterpriseId' | 'enterpriseName' | 'safeContact'> {
  const name = enterpriseName.trim();
  if (enterpriseId === '') return name === '' ? {} : { enterpriseName: name };
  return { enterpriseId, ...(safeContact !== '' && { safeContact: { account: safeContact } }) };
}

/** The report as it is sent: nothing empty in it. Coordinates that are no numbers stay, for the server to refuse by name. */
export function reportOf(draft: ReportDraft, fields: readonly DetailField[]): Report {
  const details = detailsOf(fields, draft.details);
  const loss = numberOf(draft.lossYuan);
  const [injured, crowd] = [numberOf(draft.injured), numberOf(draft.crowd)];
  return {
    type: draft.type,
    channel: draft.channel,
    ...enterpriseOf(draft),
    reporter: reporterOf(draft),
    place: placeOf(draft),
    narrative: draft.narrative.trim(),
    ...(draft.flags.length > 0 && { flags: draft.flags }),
    ...(loss !== undefined && { estimatedLossFen: Math.round(loss * 100) }),
    ...(injured !== undefined && { injured }),
    ...(crowd !== undefined && { crowd }),
    ...(Object.keys(details).length > 0 && { details }),
  };
}
