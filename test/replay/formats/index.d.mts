import type { CallLog } from '../call-log.mjs';

export type Format = 'slopd' | 'sapd' | 'sffd' | 'houston';
export const FORMATS: Record<Format, (text: string, options?: { limit?: number }) => CallLog>;
