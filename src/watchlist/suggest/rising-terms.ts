import type { Observed } from '../../domain/suggestion.ts';
import type { Language } from '../../domain/time.ts';
import type { ConceptFinder } from '../../text/names/concepts.ts';
import { eachTerm } from '../../text/words.ts';
import type { Bearer } from './bearers.ts';
import { type Period, surprise } from './period.ts';
import { isSpread } from './rising-names.ts';

/** So many articles it takes: a word that is written small may be any word. */
const ARTICLES = 10;
/** So many times more often than before, and once in a million times by chance: many thousand words are looked at. */
const TIMES = 8;
const SURPRISE = 24;
/** Words of an article that are looked at: its beginning says what it is about. */
const WORDS = 120;
const SHORTEST = 4;
/** What comes with a name that rises is told by that name. */
const WITH_A_NAME = 0.4;
const TOGETHER = 0.5;
/** More than these are not proposed at once. */
const MOST = 3;

/** How words end that name nothing: what is done, how, and of what kind. */
const NO_NOUN: Readonly<Record<Language, RegExp>> = {
  en: /(?:ing|ed|ly|ous|ive|able|ible|ful|less|est|ish|ern)$/,
  ru: /(?:ть|ться|тся|ет|ют|ут|ит|ат|ят|ешь|ал|ала|али|ало|ил|ила|или|ело|лся|лась|лись|но|ый|ий|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ых|их|ую|юю|ым|им|ыми|ими|ше)$/,
};

/**
 * Words in small letters that rise of late: drone, сапёр. Of Latin and Cyrillic ones, since names are told from them by their
 * capitals; Korean nouns are looked at as names are. Each as the bearer of one name of no kind, the most surprising first.
 *
 * @param articles in the order of time
 * @param names that rise; what is only told beside them is none of its own
 * @param find finds the concepts of the topic, which are known
 */
export function risingTerms(
  articles: readonly Observed[],
  names: readonly Bearer[],
  period: Period,
  find: ConceptFinder,
): readonly Bearer[] {
  const isLate = articles.map(({ at }) => Date.parse(at) >= period.late);
  const ofLate = isLate.filter(Boolean).length;
  const ofBefore = articles.length - ofLate;
  const named = new Set(names.flatMap((bearer) => bearer.articles));
  const late = frequentIn(articles.filter((_, at) => isLate[at]));
  const found = placesOf(articles, late)
    .flatMap((term) => {
      const lately = term.articles.filter((at) => isLate[at]);
      const before = term.articles.length - lately.length;
      const chance = surprise(lately.length, ofLate, before, ofBefore);
      const isOwn =
        chance >= SURPRISE &&
        lately.length / ofLate >= (TIMES * (before + 0.5)) / (ofBefore + 1) &&
        isSpread(
          lately.flatMap((at) => articles[at] ?? []),
          ARTICLES,
        ) &&
        lately.filter((at) => named.has(at)).length <= lately.length * WITH_A_NAME &&
        find(term.form, 'body').mentions.length === 0;
      return isOwn ? [{ chance, term }] : [];
    })
    .toSorted((a, b) => b.chance - a.chance || b.term.form.length - a.term.form.length)
    .map(({ term }) => term);
  return apart(found).slice(0, MOST).map(bearerOf);
}

/** Without those that mostly stand in the articles of one before: they tell the same. */
function apart(terms: readonly Term[]): readonly Term[] {
  const kept: Term[] = [];
  const told = new Set<number>();
  for (const term of terms) {
    const shared = term.articles.filter((at) => told.has(at)).length;
    if (shared > term.articles.length * TOGETHER) continue;
    kept.push(term);
    for (const at of term.articles) told.add(at);
  }
  return kept;
}

interface Term {
  readonly key: string;
  readonly language: Language;
  /** As it is written most. */
  readonly form: string;
  readonly forms: ReadonlyMap<string, number>;
  readonly articles: readonly number[];
}

/** By language: terms that stand in enough of these articles. Only counted, since there are very many. */
function frequentIn(articles: readonly Observed[]): ReadonlyMap<Language, ReadonlySet<string>> {
  const counts = new Map<Language, Map<string, { articles: number; last: Observed }>>();
  for (const article of articles) {
    const known = counts.get(article.language) ?? new Map<string, { articles: number; last: Observed }>();
    counts.set(article.language, known);
    eachSmallWord(article, (term) => {
      const count = known.get(term);
      if (count === undefined) known.set(term, { articles: 1, last: article });
      else if (count.last !== article) {
        count.articles += 1;
        count.last = article;
      }
    });
  }
  const frequent = (terms: Map<string, { articles: number }>): ReadonlySet<string> =>
    new Set([...terms].filter(([, count]) => count.articles >= ARTICLES).map(([term]) => term));
  return new Map([...counts].map(([language, terms]) => [language, frequent(terms)]));
}

function placesOf(
  articles: readonly Observed[],
  wanted: ReadonlyMap<Language, ReadonlySet<string>>,
): readonly Term[] {
  const found = new Map<
    string,
    Omit<Term, 'form' | 'articles'> & { articles: Set<number>; forms: Map<string, number> }
  >();
  for (const [at, article] of articles.entries()) {
    const { language } = article;
    const own = wanted.get(language);
    if (own === undefined || own.size === 0) continue;
    eachSmallWord(article, (key, word) => {
      if (!own.has(key)) return;
      const id = `${language}:${key}`;
      const term = found.get(id) ?? { key, language, forms: new Map(), articles: new Set() };
      found.set(id, term);
      term.forms.set(word, (term.forms.get(word) ?? 0) + 1);
      term.articles.add(at);
    });
  }
  return [...found.values()].flatMap(({ key, language, forms, articles: all }) => {
    const [form = ''] = [...forms].toSorted(([, a], [, b]) => b - a).map(([written]) => written);
    return NO_NOUN[language]?.test(form) ? [] : [{ key, language, form, forms, articles: [...all] }];
  });
}

/** Visits the terms of an article that are written small, repeats included. */
function eachSmallWord(
  { title, text, language }: Observed,
  visit: (term: string, word: string) => void,
): void {
  if (NO_NOUN[language] === undefined) return;
  eachTerm(`${title}\n${text}`, language, { limit: WORDS }, (term, word) => {
    if (word.length >= SHORTEST && isSmall(word.charCodeAt(0))) visit(term, word);
  });
}

/** Of ASCII or of the Russian alphabet. */
const isSmall = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x430 && code <= 0x451);

const bearerOf = ({ key, language, forms, articles }: Term): Bearer => ({
  names: [{ key, language, forms, kind: null, roles: new Set(), articles }],
  articles,
  translated: false,
});
