import { type Field, ONE_TOPIC } from '../../../src/stories/grouping/field.ts';
import { type Arrival, Grouping } from '../../../src/stories/grouping/grouping.ts';

/** An article on invented news, published so many days after the first. */
export function arrival(
  id: string,
  title: string,
  text: string,
  day: number | null = 0,
  more: Partial<Arrival> = {},
): Arrival {
  const at = day === null ? null : Date.UTC(2026, 0, 5, 9) + day * 86_400_000;
  return { id, title, text, language: 'en', at, concepts: [], ...more };
}

/** A grouping whose stories are named after the article that opened them. */
export function group(field: Field = ONE_TOPIC): Grouping {
  return new Grouping(field, (ids, taken) => ids.find((id) => !taken(id)) ?? `${ids.join('+')}`);
}

/** Where every article is in the end. */
export function storiesOf(grouping: Grouping, articles: readonly Arrival[]): ReadonlyMap<string, string> {
  const stories = new Map<string, string>();
  for (const article of articles) {
    const [placed] = grouping.add([article]);
    if (placed === undefined) throw new Error('every article is placed');
    stories.set(article.id, placed.story);
    for (const { id, story } of placed.moved) stories.set(id, story);
  }
  return stories;
}
