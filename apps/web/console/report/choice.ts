import type { Schemas } from '../../kit/api/client';
import { FILLED, type Filled, type ReportDraft } from './report-form';

/** What the directory knows of an enterprise and a report asks for. */
export type Enterprise = Pick<
  Schemas['EnterpriseView'],
  'enterpriseId' | 'name' | 'uscc' | 'address' | 'position' | 'contacts'
>;

/** The enterprise is not the one that was chosen any more: what it filled in leaves with it, what was typed stays. */
export function leaveChoice(draft: ReportDraft): void {
  for (const name of FILLED) if (draft[name] === draft.filled[name]) draft[name] = '';
  Object.assign(draft, { enterpriseId: '', safeContact: '', filled: {} });
}

/** Fills in what the directory knows; what was typed already stays. */
export function takeChoice(draft: ReportDraft, enterprise: Enterprise): void {
  leaveChoice(draft);
  const { enterpriseId, name, address = '', position, contacts } = enterprise;
  Object.assign(draft, { enterpriseId, enterpriseName: name });
  if (draft.address === '') fill(draft, { address });
  if (position && draft.address === address && hasNoPoint(draft)) {
    fill(draft, { longitude: String(position.longitude), latitude: String(position.latitude) });
  }
  const [contact] = contacts;
  if (contact && draft.reporterName === '' && draft.reporterPhone === '') {
    fill(draft, { reporterName: contact.name, reporterPhone: contact.phone ?? '' });
  }
}

/** The address was typed over: the point that was filled in belongs to the address that was filled in, and to no other. */
export function followAddress(draft: ReportDraft): void {
  const { address, longitude = '', latitude = '' } = draft.filled;
  if (longitude === '') return;
  if (draft.address.trim() === address) {
    if (hasNoPoint(draft)) Object.assign(draft, { longitude, latitude });
  } else if (draft.longitude === longitude && draft.latitude === latitude) {
    Object.assign(draft, { longitude: '', latitude: '' });
  }
}

/** Whether the place is an address without a point: it will be sent, located as well as it can be, and marked. */
export const isUnverified = (draft: ReportDraft): boolean => draft.address.trim() !== '' && hasNoPoint(draft);

const hasNoPoint = ({ longitude, latitude }: ReportDraft): boolean => longitude.trim() === '' && latitude.trim() === '';

function fill(draft: ReportDraft, values: Filled): void {
  Object.assign(draft, values);
  Object.assign(draft.filled, values);
}
