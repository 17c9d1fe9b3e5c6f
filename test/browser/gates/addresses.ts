/** Addresses that are only written, never fetched: XML namespaces, and where messages and licences point to. */
const NAMES_ONLY = [
  /^https?:\/\/www\.w3\.org\//,
  /^https:\/\/vuejs\.org\/error-reference\//,
  /^https:\/\/element-plus\.org\/en-US\/component\//,
  /^https:\/\/github\.com\/zloirock\/core-js/,
];

/** Addresses in a text that a browser could be sent to. */
export function foreignAddresses(text: string): string[] {
  const found = text.match(/\b(?:https?|wss?):\/\/[a-z0-9.-]+[^\s"'`<>()\\]*/gi) ?? [];
  return [...new Set(found)].filter((url) => !NAMES_ONLY.some((name) => name.test(url)));
}
