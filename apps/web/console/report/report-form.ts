import type { Schemas } from '../../kit/api/client';
import { isFen } from '../../kit/api/detail-field';

export type Report = Schemas['ReportRequest'];
export type Flag = NonNullable<Report['flags']>[number];
type DetailField = Schemas['DetailFieldView'];

/** What the form holds while it is filled; texts as typed. */
export interface ReportDraft {
  type: string;
  channel: NonNullable<Report['channel']>;
  enterpriseId: string;
  enterpriseName: string;
  reporterName: string;
  reporterPhone: string;
  reporterRole: string;
  address: string;
  longitude: string;
  latitude: string;
  narrative: string;
  flags: Flag[];
  lossYuan: string;
  injured: string;
  crowd: string;
  details: Record<string, string | boolean>;
}

export const emptyReport = (): ReportDraft => ({
  type: '',
  channel: 'phone',
  enterpriseId: '',
  enterpriseName: '',
  reporterName: '',
  reporterPhone: '',
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
});

const isInstant = ({ name }: DetailField): boolean => name.endsWith('At');

/** The input that suits a field of a type's details; lists are left to the units, who fill them on the scene. */
export function inputOf(field: DetailField): 'check' | 'select' | 'number' | 'instant' | 'text' | undefined {
  if (field.type === 'array') return undefined;
  if (field.type === 'boolean') return 'check';
  if (field.values) return 'select';
  if (field.type === 'integer') return 'number';
  return isInstant(field) ? 'instant' : 'text';
}

function valueOf(field: DetailField, typed: string | boolean | undefined): unknown {
  if (typed === undefined || typed === '' || typed === false) return undefined;
  if (typed === true) return true;
  if (field.type === 'integer') return Math.round(Number(typed) * (isFen(field) ? 100 : 1));
  return isInstant(field) ? new Date(typed).toISOString() : typed;
}

const numberOf = (typed: string): number | undefined => (String(typed).trim() === '' ? undefined : Number(typed));

/** The report as it is sent: nothing empty in it. Coordinates that are no numbers stay, for the server to refuse by name. */
export function reportOf(draft: ReportDraft, fields: readonly DetailField[]): Report {
  const details = Object.fromEntries(
    fields
      .map((field) => [field.name, valueOf(field, draft.details[field.name])])
      .filter(([, value]) => value !== undefined),
  ) as Record<string, unknown>;
  const loss = numberOf(draft.lossYuan);
  const [injured, crowd] = [numberOf(draft.injured), numberOf(draft.crowd)];
  const role = draft.reporterRole.trim();
  return {
    type: draft.type,
    channel: draft.channel,
    ...(draft.enterpriseId !== ''
      ? { enterpriseId: draft.enterpriseId }
      : draft.enterpriseName.trim() !== '' && { enterpriseName: draft.enterpriseName.trim() }),
    reporter: { name: draft.reporterName.trim(), phone: draft.reporterPhone.trim(), ...(role && { role }) },
    place: {
      address: draft.address.trim(),
      longitude: numberOf(draft.longitude) as number,
      latitude: numberOf(draft.latitude) as number,
    },
    narrative: draft.narrative.trim(),
    ...(draft.flags.length > 0 && { flags: draft.flags }),
    ...(loss !== undefined && { estimatedLossFen: Math.round(loss * 100) }),
    ...(injured !== undefined && { injured }),
    ...(crowd !== undefined && { crowd }),
    ...(Object.keys(details).length > 0 && { details }),
  };
}
