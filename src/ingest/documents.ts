import type { Instant, Language } from '../domain/time.ts';
import { foldSpace } from '../text/characters.ts';
import { primaryTag } from '../text/language.ts';

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
export type DocumentKind = (typeof DOCUMENT_FILES)[number];

/** The kind of document a file of this name holds; null: none that can be read. */
export function documentKind(name: string): DocumentKind | null {
  const ending = /\.[^./\\]*$/.exec(name)?.[0].toLowerCase();
  return DOCUMENT_FILES.find((known) => known === ending) ?? null;
}

/** What stands at `offset` of a file cannot be read. The message follows the name of the place. */
export class DocumentFault extends Error {
  override readonly name = 'DocumentFault';
  readonly expected: string;
  readonly offset: number;
  constructor(message: string, expected: string, offset: number) {
    super(message);
    this.expected = expected;
    this.offset = offset;
  }
}

/**
 * The documents of a file: one of plain text, Markdown or HTML; one or a list of JSON; one a line of JSON lines. Some may
 * be empty. Rejects with `DocumentFault`.
 */
export async function readDocuments(kind: DocumentKind, content: string): Promise<readonly LooseDocument[]> {
  const text = content.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  switch (kind) {
    case '.txt':
      return [{ ...NOTHING_ELSE, ...titled(text) }];
    case '.md':
    case '.markdown':
      return [{ ...NOTHING_ELSE, ...titled(withoutMarkdown(text)) }];
    case '.html':
    case '.htm':
      return [await page(text)];
    case '.json':
      return Promise.all([readJson(text, 0)].flat().map((value) => record(value, 0)));
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
async function page(html: string): Promise<LooseDocument> {
  const { htmlToLine, htmlToText } = await import('../text/html/html.ts');
  const heading =
    /<h1\b[^>]*>([\s\S]*?)<\/h1>/i.exec(html) ?? /<title\b[^>]*>([\s\S]*?)<\/title>/i.exec(html);
  return {
    ...NOTHING_ELSE,
    title: htmlToLine(heading?.[1] ?? ''),
    text: htmlToText(html.replace(/<head\b[\s\S]*?<\/head>/i, '')),
    language: languageOrNull(/<html\b[^>]*?\blang=["']?([\w-]+)/i.exec(html)?.[1]),
  };
}

async function jsonLines(text: string): Promise<readonly LooseDocument[]> {
  const documents: LooseDocument[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') documents.push(await record(readJson(line, offset), offset));
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
    throw new DocumentFault(`cannot be read here: ${message}`, 'JSON, as RFC 8259 has it', offset + position);
  }
}

/** A record of the form the plumbing commands take: `{id, url, title, text, language, published}`, each optional. */
async function record(value: unknown, offset: number): Promise<LooseDocument> {
  const { webUrl } = await import('../text/url.ts');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DocumentFault('is no record', 'an object like {"title": …, "text": …}', offset);
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const field = (name: string): string => {
    const said = fields[name] ?? '';
    if (typeof said === 'string' || (name === 'id' && typeof said === 'number')) return String(said);
    throw new DocumentFault(`has a ${name} of ${JSON.stringify(said).slice(0, 40)}`, 'a string', offset);
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
