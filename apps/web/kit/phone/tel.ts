import { EXTENSION_MARK } from '../../../../libs/domain-kit/src/phone.js';

/** What dials a number: an extension after a pause, once somebody answers. */
export const telOf = (phone: string): string => `tel:${phone.replace(EXTENSION_MARK, ',').replace(/[^\d+,]/g, '')}`;
