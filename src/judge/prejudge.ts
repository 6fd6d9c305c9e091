import type { ArticleContent } from '../domain/article.ts';
import { type CompiledTopic, names } from './compile.ts';

/** Whether the page behind an item is worth fetching, and why. */
export interface Prejudgement {
  readonly plausible: boolean;
  /** For people: what speaks for it, or what rules it out. */
  readonly because: string;
}

/**
 * A first look at what a feed tells of an article, its title and summary. Plausible is what names at least one side of
 * the topic, weakly named sides among them, and is not excluded; topics without facets cannot tell before the whole text is
 * there.
 */
export function prejudge(
  { find, sides }: CompiledTopic,
  { title, summary }: Pick<ArticleContent, 'title' | 'summary'>,
): Prejudgement {
  const fields = [
    { text: title, ...find(title, 'title') },
    { text: summary, ...find(summary, 'body') },
  ];
  for (const { excluded } of fields) {
    const rejecting = excluded.find(({ exclusion }) => exclusion.effect === 'reject');
    if (rejecting) return { plausible: false, because: `exclude:${rejecting.exclusion.id}` };
  }
  if (sides.length === 0) return { plausible: true, because: 'the topic has no facets' };
  for (const { text, mentions } of fields) {
    const mention = mentions.find((one) => sides.some((side) => names(one, side)));
    if (mention) return { plausible: true, because: text.slice(mention.start, mention.end) };
  }
  return { plausible: false, because: 'no side of the topic is named' };
}
