import type { Article } from '../domain/article.ts';
import type { Source } from '../domain/source.ts';
import type { TagRule, Topic } from '../domain/topic.ts';
import type { Reason, TagGiven } from '../domain/verdict.ts';

/**
 * The tags an article carries, in the order of the topic.
 *
 * @param reasons of the verdict: they tell which concepts are named, with the text that names them.
 * @param source where the article came from; undefined: it was removed from the settings since.
 */
export type Tagger = (
  reasons: readonly Reason[],
  article: Pick<Article, 'language'>,
  source: Pick<Source, 'id' | 'kind'> | undefined,
) => readonly TagGiven[];

/** A tag is given when every condition its rule states holds; a rule that states none gives nothing. */
export function taggerOf(topic: Topic): Tagger {
  const rules = topic.tags.map((rule) => ({
    tag: rule.id,
    asksForNames: rule.anyOf.length + rule.allOf.length > 0,
    conditions: conditionsOf(rule),
  }));
  const others = rules.filter(({ asksForNames }) => !asksForNames); // most articles name nothing
  return (reasons, article, source) => {
    const quotes = new Map<string, string>();
    for (const { rule, quote } of reasons) {
      const concept = rule.startsWith('concept:') ? rule.slice('concept:'.length) : null;
      if (concept !== null && !quotes.has(concept)) quotes.set(concept, quote);
    }
    return (quotes.size > 0 ? rules : others).flatMap(({ tag, conditions }) => {
      const because = conditions.map((condition) => condition({ quotes, article, source }));
      if (because.length === 0 || because.includes(null)) return [];
      return [{ tag, because: because.join(', ') }];
    });
  };
}

interface Tagged {
  /** What names each concept. */
  readonly quotes: ReadonlyMap<string, string>;
  readonly article: Pick<Article, 'language'>;
  readonly source: Pick<Source, 'id' | 'kind'> | undefined;
}

/** What fulfils a condition; null: nothing does. */
type Condition = (tagged: Tagged) => string | null;

function conditionsOf({ anyOf, allOf, languages, sources }: TagRule): readonly Condition[] {
  const conditions: Condition[] = [];
  if (anyOf.length > 0) {
    conditions.push(({ quotes }) => anyOf.map((concept) => quotes.get(concept)).find(Boolean) ?? null);
  }
  if (allOf.length > 0) {
    conditions.push(({ quotes }) => {
      const all = allOf.map((concept) => quotes.get(concept));
      return all.every(Boolean) ? all.join(' + ') : null;
    });
  }
  if (languages.length > 0) {
    conditions.push(({ article }) =>
      languages.includes(article.language) ? `language ${article.language}` : null,
    );
  }
  if (sources.length > 0) {
    conditions.push(({ source }) => {
      if (source && sources.includes(source.id)) return `source ${source.id}`;
      return source && sources.includes(source.kind) ? `source of kind ${source.kind}` : null;
    });
  }
  return conditions;
}
