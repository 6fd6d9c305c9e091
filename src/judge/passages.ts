import type { ArticleContent, Extent } from '../domain/article.ts';
import { foldSpace } from '../text/characters.ts';
import { backedMentions, type Excluded, type Mention } from '../text/names/concepts.ts';
import type { CompiledTopic } from './compile.ts';

/** A field of an article with what the topic finds in it. */
export interface Passage {
  readonly field: 'title' | 'summary' | 'text';
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly excluded: readonly Excluded[];
  /** How many words stand before it in the article, and how many it has. */
  readonly before: number;
  readonly words: number;
}

/** What of an article is judged. */
export type Judged = Pick<ArticleContent, 'title' | 'summary' | 'text'>;

/** More is no article but a collection; what it is about shows at its beginning. In UTF-16 units. */
const READ = 200_000;

/** The fields of an article and what is named in them, title first. A summary that the text begins with is left out. */
export function readPassages({ find }: CompiledTopic, article: Judged): readonly Passage[] {
  const text = article.text ?? '';
  const fields = [
    { field: 'title', text: article.title },
    { field: 'summary', text: repeats(text, article.summary) ? '' : article.summary },
    { field: 'text', text },
  ] as const;
  let before = 0;
  const read = fields
    .filter((field) => field.text !== '')
    .map((field) => {
      const part = field.text.slice(0, READ);
      const found = find(part, field.field === 'title' ? 'title' : 'body');
      const passage: Passage = { field: field.field, text: part, before, ...found };
      before += found.words;
      return passage;
    });
  const backed = backedMentions(read.map(({ mentions }) => mentions));
  return read.map((passage, at) => ({ ...passage, mentions: backed[at] ?? [] }));
}

/** How much of an article there is to judge. */
export function extentOf({ summary, text }: Judged): Extent {
  if (text) return 'full';
  return summary === '' ? 'title' : 'summary';
}

/** By its first words, since feeds cut summaries short. */
function repeats(text: string, summary: string): boolean {
  if (text === '') return false;
  const beginning = foldSpace(summary.slice(0, 120)).slice(0, 60);
  return beginning !== '' && foldSpace(text.slice(0, 4000)).includes(beginning);
}
