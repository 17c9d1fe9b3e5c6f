import { isIPv6 } from 'node:net';
import { sha256Of } from '#persistence';

/** IPv6 addresses of one customer share their first four groups (RFC 6177). */
const IPV6_GROUPS = 4;

/** The source of one account behind an address. */
export const addressSource = (accountId: string, address: string): string =>
  sha256Of(`${accountId} address ${networkOf(address)}`);

/** The source of one account on a device. */
export const deviceSource = (accountId: string, device: string): string => sha256Of(`${accountId} device ${device}`);

/** Whoever has a network of IPv6 has all its addresses: they count as one. IPv4 counts one by one, however it is written. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').split('%')[0] ?? '';
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return groups
    .slice(0, IPV6_GROUPS)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}
