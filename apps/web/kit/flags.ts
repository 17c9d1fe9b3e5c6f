import type { Schemas } from './api/client';

/** A danger or circumstance that raises the priority. */
export type Flag = NonNullable<Schemas['FeedbackRequest']['flags']>[number];

/** Dangers and circumstances in the order of the forms. */
export const FLAGS: readonly Flag[] = [
  'in_progress', 'suspect_on_scene', 'life_threat', 'weapon', 'transfer_within_24h', 'fire_explosion', 'hazmat_release',
  'hostage', 'production_halted', 'critical_service', 'ongoing_leak', 'insider_suspected',
  'foreign_national', 'rail_land',
]; // prettier-ignore
