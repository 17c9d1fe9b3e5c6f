/** What a request is for: the path that routes are chosen by and the query, both exactly as they go on. */
export interface Address {
  readonly path: string;
  /** With its `?`, or empty. */
  readonly query: string;
}

/** Printable ASCII but `#`, and escapes that are whole. */
const WELL_FORMED = /^\/(?:[!"$&-~]|%[0-9a-f]{2})*$/i;
/** Separators that only some of those who read a path take for one: a backslash, and both of them in disguise. */
const DISGUISED_SEPARATOR = /\\|%5c|%2f/i;
/** An empty segment, one of one dot, and two dots beside a slash: some readers cut a segment short at a `;`. */
const EMPTY_OR_DOTS = /\/\/|\/(?:\.|%2e)(?:\/|$)|\/(?:\.|%2e){2}|(?:\.|%2e){2}\//i;
const UNRESERVED = /[\w.~-]/;

/**
 * Reads the target of a request line. Two programs that read one path differently are the way around a route table, so
 * what could be read in two ways is no address: another form than `/path?query`, empty and dot segments and separators
 * in any spelling. What is left is normalised (RFC 3986, 6.2.2): escapes of what needs none are undone, others are upper case.
 * @returns undefined when it is no address
 */
export function addressOf(target: string): Address | undefined {
  const at = target.indexOf('?');
  const [path, query] = at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at)];
  if (!WELL_FORMED.test(path) || DISGUISED_SEPARATOR.test(path) || EMPTY_OR_DOTS.test(path) || /[^!-~]|#/.test(query)) {
    return undefined;
  }
  const plain = path.replace(/%[0-9a-f]{2}/gi, (escape) => {
    const letter = String.fromCharCode(parseInt(escape.slice(1), 16));
    return UNRESERVED.test(letter) ? letter : escape.toUpperCase();
  });
  return { path: new URL(`http://gateway${plain}`).pathname, query };
}
