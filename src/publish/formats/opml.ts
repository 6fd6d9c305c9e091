import type { Source } from '../../domain/source.ts';
import type { Language } from '../../domain/time.ts';
import { publicAddress } from '../addresses.ts';
import { escapeMarkup } from '../markup.ts';
import { clean } from '../plain-text.ts';

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
  readonly folders?: readonly Folder[];
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

/** How sources are put into folders: as the settings say, and by what they are where they do not; or by one of these. */
export type FolderBy = 'folder' | 'kind' | 'language';

/**
 * The configured sources as folders for `renderOpml`, in the order of the alphabet. Local files are left out: their paths mean
 * nothing elsewhere. User info is taken off, `${NAME}` stays.
 */
export function sourceFolders(sources: readonly Source[], by: FolderBy): readonly Folder[] {
  const placed = sources.flatMap((source): readonly Placed[] => {
    const xmlUrl = exportAddress(source.url);
    if (xmlUrl === null) return [];
    const { title, language } = source;
    return [{ path: pathOf(source, by), outline: { title, xmlUrl, description: null, language } }];
  });
  return foldersOf(placed);
}

interface Placed {
  readonly path: readonly string[];
  readonly outline: Outline;
}

function pathOf({ folder, kind, language }: Source, by: FolderBy): readonly string[] {
  if (by === 'language') return [language ?? 'und'];
  const named = by === 'folder' ? (folder ?? '').split('/').filter((part) => part.trim() !== '') : [];
  return named.length > 0 ? named : [kind];
}

function foldersOf(placed: readonly Placed[]): readonly Folder[] {
  const byFirst = Map.groupBy(placed, ({ path: [first = ''] }) => first);
  return [...byFirst.keys()].sort().map((title) => {
    const inside = (byFirst.get(title) ?? []).map(({ path, outline }) => ({ path: path.slice(1), outline }));
    const outlines = inside.filter(({ path }) => path.length === 0).map(({ outline }) => outline);
    return { title, outlines, folders: foldersOf(inside.filter(({ path }) => path.length > 0)) };
  });
}

/** `${NAME}` is kept to the letter, since it is filled in where the list is imported again. */
function exportAddress(url: string): string | null {
  return publicAddress(url)?.replace(/(?<=\$)%7B(\w+)%7D/gi, '{$1}') ?? null;
}

function folderLines({ title, outlines, folders = [] }: Folder): readonly string[] {
  const name = escapeMarkup(title);
  return [
    `    <outline text="${name}" title="${name}">`,
    ...folders.flatMap(folderLines).map((line) => `  ${line}`),
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
