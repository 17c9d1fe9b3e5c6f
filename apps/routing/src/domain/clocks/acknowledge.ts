import type { SlaProfile } from '#contracts';
import type { Clock } from './clock.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * Limit of each response profile, seconds from issue. Defaults of this product, not a published rule; profiles that count
 * working hours (R4, RE, RS) are taken as wall-clock hours until a working calendar is set.
 */
const LIMIT_SECONDS: Readonly<Record<SlaProfile, number>> = {
  R1: 30,
  R2: MINUTE,
  R3: 3 * MINUTE,
  R4: 4 * HOUR,
  RF: 30,
  RC: 3 * MINUTE,
  RE: 4 * HOUR,
  RS: 4 * HOUR,
  RK: HOUR,
};

/** How long a unit may take to say that it goes. Asking to be released does not stop it. */
export const acknowledge = {
  kind: 'acknowledge',
  name: { zh: '签收时限', en: 'Acknowledgement limit' },
  starts: 'ISSUED',
  stops: ['ACKNOWLEDGED'],
  limitSeconds: ({ slaProfile }: { readonly slaProfile: SlaProfile }): number => LIMIT_SECONDS[slaProfile],
  ladder: [
    { percent: 50, says: 'warned' },
    { percent: 100, says: 'breached', escalatedTo: 'unit_duty_leader' },
    { percent: 200, says: 'breached', escalatedTo: 'duty_chief' },
  ],
} as const satisfies Clock;
