import type { Instant } from '../../domain/time.ts';
import { escapeMarkdown } from '../markdown.ts';
import type { Citation } from './citation.ts';

export type CitationFormatName = 'jsonl' | 'md' | 'csv' | 'csl-json' | 'ris' | 'bibtex';

/** A format that is written as the articles come: a corpus need not fit in memory. */
export interface CitationFormat {
  readonly head: string;
  readonly item: (citation: Citation) => string;
  /** Between two items. */
  readonly separator: string;
  readonly tail: string;
}

const lines = (item: CitationFormat['item'], head = ''): CitationFormat => ({
  head,
  item,
  separator: '',
  tail: '',
});

const COLUMNS = [
  'id',
  'topic',
  'outlet',
  'authors',
  'title',
  'language',
  'url',
  'stated',
  'retrieved',
  'revision',
  'textHash',
  'tags',
  'decision',
  'score',
  'excerpt',
  'via',
] as const satisfies readonly (keyof Citation)[];

export const citationFormats: Readonly<Record<CitationFormatName, CitationFormat>> = {
  jsonl: lines((citation) => `${JSON.stringify(citation)}\n`),
  md: lines(markdown),
  csv: lines((citation) => csvLine(COLUMNS.map((column) => citation[column])), csvLine(COLUMNS)),
  'csl-json': {
    head: '[\n',
    item: (citation) => JSON.stringify(cslItem(citation)),
    separator: ',\n',
    tail: '\n]\n',
  },
  ris: lines(ris),
  bibtex: lines(bibtex),
};

function markdown(c: Citation): string {
  const title = escapeMarkdown(c.title);
  const linked = c.url === null ? title : `[${title}](<${c.url}>)`;
  const stated = c.stated === null ? 'no date given' : c.stated.slice(0, 10);
  const quote = c.excerpt === null ? '' : `\n  > ${escapeMarkdown(c.excerpt)}\n`;
  return `- ${escapeMarkdown(c.outlet)}: ${linked} [${c.language}], ${stated}; ${escapeMarkdown(found(c))}; SHA-256 \`${c.textHash}\`\n${quote}`;
}

type Cell = string | number | null | readonly string[];

/** RFC 4180, with line ends of CRLF. A cell that a spreadsheet would run as a formula is led by an apostrophe. */
function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = typeof cell === 'string' ? cell : cell.join('; ');
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Citation Style Language 1.0.2, the input of citation processors. */
function cslItem(c: Citation): object {
  return {
    id: c.id,
    type: 'article-newspaper',
    title: c.title,
    'container-title': c.outlet,
    author: c.authors.map((literal) => ({ literal })),
    issued: c.stated === null ? undefined : { 'date-parts': [dateParts(c.stated)] },
    accessed: { 'date-parts': [dateParts(c.retrieved)] },
    URL: c.url ?? undefined,
    language: c.language,
    keyword: c.tags.join(', ') || undefined,
    abstract: c.excerpt ?? undefined,
    note: note(c),
  };
}

/** The tagged format of reference managers; each field is one line. */
function ris(c: Citation): string {
  const fields: readonly (readonly [string, string | null])[] = [
    ['TY', 'NEWS'],
    ['ID', c.id],
    ['TI', c.title],
    ['T2', c.outlet],
    ...c.authors.map((author) => ['AU', author] as const),
    ['DA', c.stated === null ? null : slashed(c.stated)],
    ['Y2', slashed(c.retrieved)],
    ['LA', c.language],
    ['UR', c.url],
    ...c.tags.map((tag) => ['KW', tag] as const),
    ['AB', c.excerpt],
    ['N1', note(c)],
  ];
  const stated = fields.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value}\r\n`]));
  return `${stated.join('')}ER  - \r\n\r\n`;
}

function bibtex(c: Citation): string {
  const fields = Object.entries({
    title: `{${tex(c.title)}}`,
    author: c.authors.map((name) => `{${tex(name)}}`).join(' and ') || null,
    howpublished: tex(c.outlet),
    year: c.stated?.slice(0, 4) ?? null,
    month: c.stated?.slice(5, 7) ?? null,
    day: c.stated?.slice(8, 10) ?? null,
    language: c.language,
    url: c.url === null ? null : c.url.replace(/[{}\\]/g, encodeURIComponent), // read as it stands, but for braces
    urldate: c.retrieved.slice(0, 10),
    keywords: tex(c.tags.join(', ')) || null,
    abstract: c.excerpt === null ? null : tex(c.excerpt),
    note: tex(note(c)),
  });
  const stated = fields
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `  ${key} = {${value}},\n`);
  return `@misc{${c.id},\n${stated.join('')}}\n\n`;
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** What TeX would read as its own; braces too, since one that stands alone would end the field. */
function tex(text: string): string {
  return text.replace(/[\\~^{}$&#%_]/g, (character) => TEX[character] ?? `\\${character}`);
}

const note = (c: Citation): string => `${found(c)}; SHA-256 of the text ${c.textHash}`;

/** When it was found, where that was not with the outlet itself, and whether it has changed since. */
function found({ retrieved, revision, via }: Citation): string {
  const through = via === null ? '' : ` through ${via}`;
  return `retrieved ${retrieved}${through}${revision === 1 ? '' : `, and revised since (revision ${revision})`}`;
}

const dateParts = (at: Instant): readonly number[] => at.slice(0, 10).split('-').map(Number);

const slashed = (at: Instant): string => at.slice(0, 10).replaceAll('-', '/');
