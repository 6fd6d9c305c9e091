import type { Instant, Language } from '../../domain/time.ts';
import type { Topic } from '../../domain/topic.ts';
import type { Decision } from '../../domain/verdict.ts';
import type { ArticleView } from '../../domain/view.ts';
import { sha256 } from '../../text/fingerprints.ts';
import { accountOf, excerptOf } from '../entries/account.ts';
import { labelsOf } from '../entries/tags.ts';
import type { Publishing } from '../entry.ts';
import { clean, line } from '../plain-text.ts';

/** An article as others may cite it, and check later that it is still what was cited. */
export interface Citation {
  readonly id: string;
  readonly topic: string;
  readonly outlet: string;
  /** The search engine or aggregator that led to it, where its address may be theirs; null: the outlet's own feed. */
  readonly via: string | null;
  readonly authors: readonly string[];
  /** As the outlet wrote it. */
  readonly title: string;
  readonly language: Language;
  readonly url: string | null;
  /** The date the article gives itself; null: none. */
  readonly stated: Instant | null;
  /** When it was first seen; what it says now may be of a later revision. */
  readonly retrieved: Instant;
  readonly revision: number;
  /** SHA-256 over the UTF-8 of the text that was kept: the body, else the summary, else the title. */
  readonly textHash: string;
  readonly tags: readonly string[];
  readonly decision: Decision;
  readonly score: number;
  /** The beginning; null where the source lets nothing but the title be shown again. */
  readonly excerpt: string | null;
  /** The whole text, where the source lets it be shown again. */
  readonly text: string | null;
}

/** What a bibliography has of an article, as far as its source may be shown. */
export function citationOf(
  { article, judgement }: ArticleView,
  topic: Topic,
  publishing: Publishing,
): Citation {
  const account = accountOf(article, publishing);
  const { id, language, published, firstSeen, revision } = article;
  return {
    ...clean({
      id,
      topic: topic.id,
      outlet: account.outlet,
      via: account.feed === null || account.feed.title === account.outlet ? null : account.feed.title,
      authors: account.private ? [] : article.authors.map(line).filter(Boolean),
      title: line(article.title),
      language,
      url: account.address,
      stated: published,
      retrieved: firstSeen,
      revision,
      textHash: sha256(article.text ?? (article.summary || article.title)),
      tags: labelsOf(judgement.tags, topic),
      decision: judgement.decision,
      score: judgement.score,
      excerpt: excerptOf(account),
    }),
    text: account.republish === 'full' ? article.text : null,
  };
}
