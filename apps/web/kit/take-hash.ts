/** What stands after `#` is seen by nobody but this page; it does not stay in the address. */
export function takeHash(): string {
  const secret = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  // A link that is opened where the page is already only changes what stands after `#`.
  addEventListener('hashchange', () => location.reload());
  return secret;
}
