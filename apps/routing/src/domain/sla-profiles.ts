const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * Acknowledgement limit (签收时限) of each response profile, seconds from issue. Defaults of this product, not a published
 * rule; profiles that count working hours (R4, RE, RS) are taken as wall-clock hours until a working calendar is set.
 */
export const ACKNOWLEDGE_LIMIT_SECONDS = {
  R1: 30,
  R2: MINUTE,
  R3: 3 * MINUTE,
  R4: 4 * HOUR,
  RF: 30,
  RC: 3 * MINUTE,
  RE: 4 * HOUR,
  RS: 4 * HOUR,
  RK: HOUR,
} as const;
