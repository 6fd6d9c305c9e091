import type { Development } from '../../domain/story.ts';
import type { Topic } from '../../domain/topic.ts';
import type { StoryView } from '../../domain/view.ts';
import type { PublishedEntry, Publishing } from '../entry.ts';
import { developmentsOf, updateEntry } from './story-entry.ts';

/** A development with its story as the store gives it. */
export interface DevelopmentView {
  readonly development: Development;
  readonly view: StoryView;
}

/** An entry of the updates feed as it was told, to be remembered: articles, verdicts and topics change, and it must not. */
export interface Update {
  readonly developmentId: string;
  /** How its sources let themselves be quoted, by source; where one changes, the entry is told anew. */
  readonly terms: Readonly<Record<string, string>>;
  readonly entry: PublishedEntry;
}

const SIX_HOURS = 6 * 60 * 60 * 1000;

/**
 * The entries of the updates feed: one per development that is worth a reader's while.
 *
 * @param told what was told before, by development: it is told again as it stands, unless a source may now be quoted
 *   otherwise than then.
 */
export function tellUpdates(
  developments: readonly DevelopmentView[],
  told: ReadonlyMap<string, Update>,
  topic: Topic,
  publishing: Publishing,
): readonly Update[] {
  return developments.flatMap(({ development, view }) => {
    const news = view.story.listed ? newsOf(development, developmentsOf(development, view)) : null;
    if (news === null) return [];
    const before = told.get(development.id);
    if (before && stillHold(before.terms, publishing)) return [before];
    const terms = Object.fromEntries(
      view.articles.map(({ article }) => termOf(article.sourceId, publishing)),
    );
    return [
      {
        developmentId: development.id,
        terms,
        entry: updateEntry(view, development, news, topic, publishing),
      },
    ];
  });
}

const termOf = (sourceId: string, { sources }: Publishing): readonly [string, string] => {
  const source = sources.get(sourceId);
  return [
    sourceId,
    source === undefined ? 'unknown' : `${source.republish}${source.private ? ', private' : ''}`,
  ];
};

const stillHold = (terms: Update['terms'], publishing: Publishing): boolean =>
  Object.entries(terms).every(([sourceId, term]) => termOf(sourceId, publishing)[1] === term);

/**
 * What the entry of a development tells: itself, and those before it that had no entry of their own; null: it has none.
 * After its opening a story has at most one entry in six hours; what comes sooner is told by the next. What came in the cycle
 * of the opening is among its accounts: a first poll tells of each event once.
 *
 * @param all the developments of its story, oldest first.
 */
function newsOf(development: Development, all: readonly Development[]): readonly Development[] | null {
  const opened = all.find(({ kind }) => kind === 'opening')?.at;
  let told: Development[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const each of all) {
    if (each.kind !== 'opening' && each.at === opened) {
      if (each.id === development.id) return null;
      continue;
    }
    told.push(each);
    const at = Date.parse(each.at);
    const shown = each.kind === 'opening' || at - last >= SIX_HOURS;
    if (each.id === development.id) return shown ? told : null;
    if (!shown) continue;
    told = [];
    if (each.kind !== 'opening') last = at;
  }
  throw new Error(`development ${development.id} is not among those of story ${development.storyId}`);
}
