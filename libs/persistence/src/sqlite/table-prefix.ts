/** Words after which a table or an index is named; nothing else of a statement is touched. */
const NAMED = /\b(FROM|JOIN|INTO|UPDATE|(?:TABLE|INDEX)(?:\s+IF\s+(?:NOT\s+)?EXISTS)?)\s+([`"])(\w+)\2/gi;
/** The table of a new index. */
const INDEXED = /\b(INDEX(?:\s+IF\s+NOT\s+EXISTS)?\s+[`"]\w+[`"]\s+ON)\s+([`"])(\w+)\2/gi;

/** What the tables of a service are called in a file that it shares with others begins with this. */
export const tablePrefix = (service: string): string => `${service}_`;

/**
 * Makes the SQL of one service fit a file that all services share: every table and index that it names, and which must
 * stand between quotes for that, carries the service's name. A service reaches no other's tables this way.
 */
export function prefixer(service: string): (sql: string) => string {
  const prefix = tablePrefix(service);
  const named = (whole: string, words: string, quote: string, name: string) =>
    name.startsWith(prefix) || name.startsWith('sqlite_') ? whole : `${words} ${quote}${prefix}${name}${quote}`;
  return (sql) => sql.replace(NAMED, named).replace(INDEXED, named);
}
