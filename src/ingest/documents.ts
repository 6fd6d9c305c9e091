import type { Instant, Language } from '../domain/time.ts';
import { foldSpace } from '../text/characters.ts';
import { htmlToLine, htmlToText } from '../text/html.ts';
import { primaryTag } from '../text/language.ts';
import { webUrl } from '../text/url.ts';

/** A document that did not come from a feed: an example, or something to be imported. */
export interface LooseDocument {
  /** As the document names itself; null: it does not. */
  readonly id: string | null;
  /** Empty where it has none. */
  readonly title: string;
  readonly text: string;
  readonly language: Language | null;
  readonly url: string | null;
  readonly published: Instant | null;
  /** Where it begins in its file, in UTF-16 units. */
  readonly offset: number;
}

/** Endings of the file names that documents are read from. */
export const DOCUMENT_FILES = [
  '.txt',
  '.md',
  '.markdown',
  '.html',
  '.htm',
  '.json',
  '.jsonl',
  '.ndjson',
] as const;
export type DocumentFile = (typeof DOCUMENT_FILES)[number];

/** What stands at `offset` of a file cannot be read. */
export class DocumentFault extends Error {
  override readonly name = 'DocumentFault';
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/**
 * The documents of a file: one of plain text, Markdown or HTML; one or a list of JSON; one a line of JSON lines. Those that
 * hold neither title nor text are left out.
 *
 * @param kind the ending of the file's name.
 * @throws DocumentFault
 */
export function readDocuments(kind: DocumentFile, content: string): readonly LooseDocument[] {
  const text = content.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  return read(kind, text).filter((document) => document.title !== '' || document.text !== '');
}

function read(kind: DocumentFile, text: string): readonly LooseDocument[] {
  switch (kind) {
    case '.txt':
      return [{ ...NOTHING_ELSE, ...titled(text) }];
    case '.md':
    case '.markdown':
      return [{ ...NOTHING_ELSE, ...titled(withoutMarkdown(text)) }];
    case '.html':
    case '.htm':
      return [page(text)];
    case '.json':
      return [readJson(text, 0)].flat().map((value) => record(value, 0));
    case '.jsonl':
    case '.ndjson':
      return jsonLines(text);
  }
}

const NOTHING_ELSE = { id: null, language: null, url: null, published: null, offset: 0 };

/** A first line that is short, ends in no full stop and is followed by more is a title. */
function titled(text: string): { readonly title: string; readonly text: string } {
  const [, first = '', rest = ''] = /^\s*([^\n]*)\n([\s\S]*)$/.exec(text) ?? [];
  const isTitle =
    first.trim() !== '' && first.length <= 200 && !/[.…。]["'”»’]?\s*$/.test(first) && rest.trim() !== '';
  return isTitle ? { title: foldSpace(first), text: rest.trim() } : { title: '', text: text.trim() };
}

/** Markdown as the text a reader sees, near enough to learn words from. */
function withoutMarkdown(text: string): string {
  return text
    .replace(/^---\n(?:(?!---$).*\n)*---\n/m, (matter) => `${/^title:\s*(.*)$/m.exec(matter)?.[1] ?? ''}\n`)
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^ {0,3}(?:#{1,6} +|>+ ?|[-*+] +|```.*$)/gm, '')
    .replace(/(\*\*|__|\*|`)(?=\S)(.*?\S)\1/g, '$2');
}

/** A page as its reader sees it; what its menus say is left in, since telling it apart is the work of extraction. */
function page(html: string): LooseDocument {
  const heading =
    /<h1\b[^>]*>([\s\S]*?)<\/h1>/i.exec(html) ?? /<title\b[^>]*>([\s\S]*?)<\/title>/i.exec(html);
  return {
    ...NOTHING_ELSE,
    title: htmlToLine(heading?.[1] ?? ''),
    text: htmlToText(html.replace(/<head\b[\s\S]*?<\/head>/i, '')),
    language: languageOrNull(/<html\b[^>]*?\blang=["']?([\w-]+)/i.exec(html)?.[1]),
  };
}

function jsonLines(text: string): readonly LooseDocument[] {
  const documents: LooseDocument[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') documents.push(record(readJson(line, offset), offset));
    offset += line.length + 1;
  }
  return documents;
}

function readJson(json: string, offset: number): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? 0);
    throw new DocumentFault(`it is not JSON (RFC 8259): ${message}`, offset + position);
  }
}

/** A record of the form the plumbing commands take: `{id, url, title, text, language, published}`, each optional. */
function record(value: unknown, offset: number): LooseDocument {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DocumentFault('a document is an object like {"title": …, "text": …}', offset);
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const field = (name: string): string => {
    const said = fields[name] ?? '';
    if (typeof said === 'string' || (name === 'id' && typeof said === 'number')) return String(said);
    throw new DocumentFault(
      `${name} of a document is a string, not ${JSON.stringify(said).slice(0, 40)}`,
      offset,
    );
  };
  const published = new Date(field('published'));
  return {
    id: field('id') || null,
    title: foldSpace(field('title')),
    text: field('text').trim(),
    language: languageOrNull(field('language')),
    url: webUrl(field('url'), null),
    published: Number.isNaN(published.getTime()) ? null : published.toISOString(),
    offset,
  };
}

function languageOrNull(tag: string | undefined): Language | null {
  const language = primaryTag(tag);
  return language === 'und' ? null : language;
}
