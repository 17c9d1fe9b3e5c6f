const HIDDEN = '****';

/** A person's name as its first character and two stars, whatever its length: 张伟 → `张**`. */
export function maskName(name: string): string {
  const [first] = name.trim();
  return first === undefined ? '' : `${first}**`;
}

/** A telephone number as its first three and last four digits (138****5102); shorter ones keep the last two only. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/^\+?86(?=\d{11}$)/, '').replace(/\D/g, '');
  if (digits.length >= 11) return `${digits.slice(0, 3)}${HIDDEN}${digits.slice(-4)}`;
  return digits.length > 4 ? HIDDEN + digits.slice(-2) : HIDDEN;
}

/** An identity document number as its first three and last four characters, as long as the original. */
export function maskId(id: string): string {
  const text = id.trim();
  if (text.length <= 8) return HIDDEN;
  return text.slice(0, 3) + '*'.repeat(text.length - 7) + text.slice(-4);
}

/** A bank or payment account as its last four characters. */
export function maskAccount(account: string): string {
  const text = account.replace(/[\s-]/g, '');
  return text.length > 8 ? HIDDEN + text.slice(-4) : HIDDEN;
}

/** An address down to its street, without house numbers: 武进区湖塘镇延政中路1号 → `武进区湖塘镇延政中路***`. */
export function maskAddress(address: string): string {
  const street = /^\D*(?:路|街道|街|大道|巷|镇|乡|区|县|市)/.exec(address.trim());
  return `${street?.[0] ?? ''}***`;
}
