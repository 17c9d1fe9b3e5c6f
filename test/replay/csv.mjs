/**
 * The rows of a call log in CSV, one per line. A row never spans lines in these logs, so one broken row costs one row:
 * an unclosed quote does not swallow the rest of the file.
 * @param {string} text the file, with or without a byte order mark, any line ends
 * @param {(reason: string) => void} broken told of every row that is not one
 * @returns {Generator<Record<string, string>>} values by column name, trimmed
 */
export function* readCsv(text, broken) {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const columns = fieldsOf(head) ?? [];
  for (const line of lines) {
    if (line === '') continue;
    const fields = fieldsOf(line);
    if (!fields) broken('unclosed quote');
    else if (fields.length !== columns.length) broken('wrong number of fields');
    else yield Object.fromEntries(columns.map((column, at) => [column, fields[at].trim()]));
  }
}

/** The fields of a line by RFC 4180, or undefined when a quote is not closed. */
function fieldsOf(line) {
  const fields = [];
  for (let at = 0; at <= line.length; at += 1) {
    if (line[at] !== '"') {
      const comma = line.indexOf(',', at);
      const end = comma < 0 ? line.length : comma;
      fields.push(line.slice(at, end));
      at = end;
      continue;
    }
    let field = '';
    for (at += 1; ; at += 1) {
      const quote = line.indexOf('"', at);
      if (quote < 0) return undefined;
      field += line.slice(at, quote);
      at = quote + 1;
      if (line[at] !== '"') break;
      field += '"';
    }
    if (at < line.length && line[at] !== ',') return undefined;
    fields.push(field);
  }
  return fields;
}
