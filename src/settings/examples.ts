import { basename, extname } from 'node:path';
import { z } from 'zod';
import type { Language } from '../domain/time.ts';
import type { Example } from '../domain/topic.ts';
import { foldSpace } from '../text/characters.ts';
import { primaryTag } from '../text/language.ts';
import { check } from './check.ts';
import { fileProblem, type Place, placeOf, problemAt, SettingsError } from './problem.ts';

/** Endings of the files that examples are read from. */
const EXAMPLE_FILES = [
  '.txt',
  '.md',
  '.markdown',
  '.html',
  '.htm',
  '.json',
  '.jsonl',
  '.ndjson',
] as const;

/**
 * The documents of one file: one of a text, Markdown, HTML or JSON file, one a line of JSON lines. Plain text has a title
 * where its first line reads like one; an example without a title has an empty one. Ids are those of the file, else made
 * of its name.
 *
 * @param file its path, which also tells its format.
 * @throws SettingsError
 */
export async function readExamples(file: string, text: string): Promise<readonly Example[]> {
  const extension = extname(file).toLowerCase();
  const name = basename(file, extname(file));
  const examples = await parse(file, extension, name, text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'));
  if (examples.length > 0 && examples.every(({ title, text }) => title !== '' || text !== ''))
    return examples;
  throw new SettingsError([
    fileProblem(file, 'it holds no text', 'put a document there, or take it off the examples'),
  ]);
}

async function parse(
  file: string,
  extension: string,
  name: string,
  text: string,
): Promise<readonly Example[]> {
  switch (extension) {
    case '.txt':
      return [{ id: name, ...titled(text), language: null }];
    case '.md':
    case '.markdown':
      return [{ id: name, ...titled(withoutMarkdown(text)), language: null }];
    case '.html':
    case '.htm':
      return [{ id: name, ...(await page(text)) }];
    case '.json': {
      const value = readJson(file, text, 0);
      const articles = Array.isArray(value) ? value : [value];
      return articles.map((article, at) =>
        fromJson(file, articles.length > 1 ? `${name}-${at + 1}` : name, article),
      );
    }
    case '.jsonl':
    case '.ndjson':
      return jsonLines(file, name, text);
    default: {
      const known = `its name should end in one of ${EXAMPLE_FILES.join(', ')}`;
      throw new SettingsError([fileProblem(file, 'it is of no kind that examples are read from', known)]);
    }
  }
}

/** A first line that is short, ends in no full stop and is followed by more is a title. */
function titled(text: string): Pick<Example, 'title' | 'text'> {
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
async function page(html: string): Promise<Omit<Example, 'id'>> {
  const { htmlToLine, htmlToText } = await import('../text/html.ts');
  const heading =
    /<h1\b[^>]*>([\s\S]*?)<\/h1>/i.exec(html) ?? /<title\b[^>]*>([\s\S]*?)<\/title>/i.exec(html);
  const body = html.replace(/<head\b[\s\S]*?<\/head>/i, '');
  const language = /<html\b[^>]*?\blang=["']?([\w-]+)/i.exec(html)?.[1];
  return {
    title: htmlToLine(heading?.[1] ?? ''),
    text: htmlToText(body),
    language: languageOrNull(language),
  };
}

function languageOrNull(tag: string | null | undefined): Language | null {
  const language = primaryTag(tag);
  return language === 'und' ? null : language;
}

function jsonLines(file: string, name: string, text: string): readonly Example[] {
  let offset = 0;
  return text.split('\n').flatMap((line, at) => {
    const start = offset;
    offset += line.length + 1;
    if (line.trim() === '') return [];
    return [fromJson(file, `${name}-${at + 1}`, readJson(file, text, start, line), placeOf(text, start))];
  });
}

function readJson(file: string, text: string, start: number, json = text): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? 0);
    const fault = { what: `cannot be read here: ${message}`, expected: 'JSON, as RFC 8259 has it' };
    throw new SettingsError([problemAt(file, placeOf(text, start + position), 'JSON', fault, null)]);
  }
}

const article = z.looseObject({
  id: z.union([z.string(), z.number()]).nullish(),
  title: z.string().nullish(),
  text: z.string().nullish(),
  language: z.string().nullish(),
});

function fromJson(file: string, id: string, value: unknown, place: Place = { line: 1, column: 1 }): Example {
  const said = check({ file, value, problems: [], place: () => place }, article);
  return {
    id: String(said.id || id),
    title: foldSpace(said.title ?? ''),
    text: (said.text ?? '').trim(),
    language: languageOrNull(said.language),
  };
}
