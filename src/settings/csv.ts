/** A field of a CSV record and its offset in the text. */
export interface CsvField {
  readonly value: string;
  readonly offset: number;
}

/** The text is no CSV from `offset` on. */
export class CsvFault extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/**
 * The records of a CSV file (RFC 4180): quoted fields may hold separators, line ends and doubled quotes. The separator is
 * whichever of comma, semicolon and tab comes first in the first line, since spreadsheets of many countries write
 * semicolons. Lines end in CRLF or LF. A byte order mark and empty lines are passed over.
 *
 * @throws CsvFault
 */
export function parseCsv(text: string): readonly (readonly CsvField[])[] {
  const separator = /[,;\t]/.exec(text.split('\n', 1)[0] ?? '')?.[0] ?? ',';
  const field = new RegExp(
    `(?:"([^"]*(?:""[^"]*)*)"|((?!")[^${separator}\\r\\n]*))(${separator}|\\r?\\n|\\r?$)`,
    'y',
  );
  const records: CsvField[][] = [];
  let record: CsvField[] = [];
  field.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    const offset = field.lastIndex;
    const [, quoted, bare = '', end] = field.exec(text) ?? [];
    if (end === undefined) {
      const closed = /"(?:[^"]|"")*"/y;
      closed.lastIndex = offset;
      throw new CsvFault(
        closed.test(text) ? 'text follows a closing quote' : 'a quote is never closed',
        offset,
      );
    }
    record.push({ value: quoted?.replaceAll('""', '"') ?? bare, offset });
    if (end === separator) continue;
    if (record.length > 1 || record[0]?.value) records.push(record);
    record = [];
    if (!end.endsWith('\n')) return records;
  }
}

/** A field as it is written: in quotes where it holds what a reader could take for something else. */
export function csvField(value: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
