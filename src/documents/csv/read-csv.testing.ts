/** A small reader for tests, written from RFC 4180 and not from the writer. */
export function readCsv(bytes: Uint8Array): string[][] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const records: string[][] = [];
  let record: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && field === '') quoted = true;
    else if (character === ',') {
      record.push(field);
      field = '';
    } else if (character === '\r' && text[at + 1] === '\n') {
      records.push([...record, field]);
      record = [];
      field = '';
      at += 1;
    } else field += character;
  }
  if (quoted || field !== '' || record.length > 0) throw new Error('The last record does not end.');
  return records;
}

/** Records by header name. */
export function readRecords(bytes: Uint8Array): Record<string, string>[] {
  const [header = [], ...records] = readCsv(bytes);
  return records.map((record) => {
    if (record.length !== header.length) throw new Error(`A record has ${record.length} fields, the header ${header.length}.`);
    return Object.fromEntries(header.map((name, index) => [name, record[index]!]));
  });
}
