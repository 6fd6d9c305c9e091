import type { Comparison, Origin } from '../../../src/domain/comparison.ts';
import type { Concept } from '../../../src/domain/topic.ts';
import type { Account } from '../../../src/stories/account.ts';
import { compare } from '../../../src/stories/compare.ts';
import { fold } from '../../../src/text/fold.ts';
import { accountsOf, type ComparedStory } from '../differences/compared.ts';

/** A story of tests/fixtures/compared with what its accounts go back to, and what only one of them has. */
export interface LabelledStory extends ComparedStory {
  readonly concepts?: readonly Pick<Concept, 'id' | 'kind' | 'names'>[];
  readonly expected: ComparedStory['expected'] & {
    readonly soleClaims: readonly { readonly articleId: string; readonly contains: string }[];
    /**
     * Whom each account gives something to by name, be it words in quotation marks: bodies, persons in office, experts and
     * witnesses. Several names of one origin, as of a ministry and its minister, stand with a slash between them.
     */
    readonly origins: readonly {
      readonly name: string;
      readonly party: boolean;
      readonly accounts: readonly string[];
    }[];
    readonly unnamed: readonly string[];
  };
}

export function compared(story: LabelledStory): Comparison {
  const concepts = (story.concepts ?? []).map(
    (concept): Concept => ({ ...concept, facets: [], seenAs: [], weak: [] }),
  );
  return compare(accountsOf(story), concepts);
}

/** An account in a few words, for a test that is about one sentence. */
export function account(text: string, about: Partial<Account> = {}): Account {
  const published = about.published ?? '2026-03-02T08:00:00.000Z';
  return {
    articleId: 'a',
    title: '',
    text,
    language: 'en',
    published,
    firstSeen: published,
    timezone: 'UTC',
    url: null,
    outlet: 'Lindholm Times',
    outletKind: 'press',
    ...about,
  };
}

/**
 * Whether a claimed origin bears an expected name: most of the words of the shorter one, in any case and spelling of its ending.
 */
export function bears({ name }: Pick<Origin, 'name'>, expected: string): boolean {
  const claimed = stemsOf(name);
  return expected.split(' / ').some((one) => {
    const wanted = stemsOf(one);
    const [fewer, more] = claimed.length <= wanted.length ? [claimed, wanted] : [wanted, claimed];
    const shared = fewer.filter((word) => more.some((other) => other.includes(word) || word.includes(other)));
    return shared.length > 0 && shared.length >= 0.6 * fewer.length;
  });
}

const stemsOf = (name: string): readonly string[] =>
  name
    .replace(/['’]s(?!\p{L})/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => fold(word).slice(0, /\p{Script=Cyrillic}/u.test(word) ? 5 : 7))
    .filter((word) => word.length > 1 && word !== 'the' && word !== 'of');
