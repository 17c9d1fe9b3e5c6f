import { DEMO_ENTERPRISE_ID } from '../../apps/standalone/src/demo/data/enterprises.js';
import type { FileSeen } from '../../apps/standalone/src/demo/seen.js';
import type { ToldReport } from '../../apps/standalone/src/demo/told.js';

const place = { address: '示范园区创新路1号', longitude: 119.972, latitude: 31.692 };
const reporter = { name: '示范报警人', phone: '13800000001', role: '财务' };

/** A report of the demo enterprise, with what a story adds. */
export const told = (type: string, narrative: string, more: Partial<ToldReport> = {}): ToldReport => ({
  type,
  narrative,
  enterpriseId: DEMO_ENTERPRISE_ID,
  reporter,
  place,
  ...more,
});

/** Codes of the units of a file that still work on it. */
export const active = (file: FileSeen): string[] =>
  file.assignments
    .filter(({ state }) => !['COMPLETED', 'DECLINED', 'RECALLED'].includes(state))
    .map(({ unit }) => unit.id);

/** Disciplines that were ever sent. */
export const disciplines = (file: FileSeen): string[] =>
  [...new Set(file.assignments.map(({ unit }) => unit.discipline))].sort();

/** True once units are assigned. */
export const assigned = (file: FileSeen): boolean => file.assignments.length > 0;

/** The lead's unit. */
export const leadOf = (file: FileSeen): string =>
  file.assignments.find(({ role, state }) => role === 'lead' && state !== 'DECLINED')?.unit.id ?? '';
