import type { Source } from '../domain/source.ts';
import type { Language } from '../domain/time.ts';
import { publicAddress } from './addresses.ts';
import { escapeMarkup } from './markup.ts';
import { clean } from './plain-text.ts';

/** A feed in an OPML list. */
interface Outline {
  readonly title: string;
  readonly xmlUrl: string;
  readonly description: string | null;
  readonly language: Language | null;
}

export interface Folder {
  readonly title: string;
  readonly outlines: readonly Outline[];
}

/** A list of feeds in OPML 2.0, one folder per group. It bears no date: that would change with every run. */
export function renderOpml(title: string, folders: readonly Folder[]): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<opml version="2.0">',
    `  <head>\n    <title>${escapeMarkup(clean(title))}</title>\n  </head>`,
    '  <body>',
    ...clean(folders).flatMap(folderLines),
    '  </body>',
    '</opml>',
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * The configured sources as folders for `renderOpml`, by what they are or by what they write in, in the order of the
 * alphabet. Local files are left out: their paths mean nothing elsewhere. User info is taken off, `${NAME}` stays.
 */
export function sourceFolders(sources: readonly Source[], by: 'kind' | 'language'): readonly Folder[] {
  const folders = new Map<string, Outline[]>();
  for (const { url, title, language, kind } of sources) {
    const xmlUrl = exportAddress(url);
    if (xmlUrl === null) continue;
    const name = by === 'kind' ? kind : (language ?? 'und');
    folders.set(name, [...(folders.get(name) ?? []), { title, xmlUrl, description: null, language }]);
  }
  return [...folders.keys()].sort().map((name) => ({ title: name, outlines: folders.get(name) ?? [] }));
}

/** `${NAME}` is kept to the letter, since it is filled in where the list is imported again. */
function exportAddress(url: string): string | null {
  return publicAddress(url)?.replace(/(?<=\$)%7B(\w+)%7D/gi, '{$1}') ?? null;
}

function folderLines({ title, outlines }: Folder): readonly string[] {
  const name = escapeMarkup(title);
  return [
    `    <outline text="${name}" title="${name}">`,
    ...outlines.map((outline) => `      ${outlineTag(outline)}`),
    '    </outline>',
  ];
}

function outlineTag({ title, xmlUrl, description, language }: Outline): string {
  const attributes = Object.entries({ type: 'rss', text: title, title, xmlUrl, description, language })
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}="${escapeMarkup(value ?? '')}"`);
  return `<outline ${attributes.join(' ')}/>`;
}
