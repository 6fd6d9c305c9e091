import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** What is used of russian-nouns-js, which carries no types. */
interface Grammar {
  readonly CASES: readonly string[];
  readonly Gender: Readonly<Record<Gender, string>>;
  readonly createLemma: (lemma: object) => unknown;
  readonly Engine: new () => Engine;
}
interface Engine {
  decline(lemma: unknown, grammaticalCase: string, plural?: string): readonly string[];
  pluralize(lemma: unknown): readonly string[];
}
type Gender = 'MASCULINE' | 'FEMININE' | 'NEUTER';

let loaded: { readonly grammar: Grammar; readonly engine: Engine } | null = null;

function russian(): { readonly grammar: Grammar; readonly engine: Engine } {
  if (loaded) return loaded;
  const grammar: Grammar = require('russian-nouns-js');
  loaded = { grammar, engine: new grammar.Engine() };
  return loaded;
}

/** The variants of a word in each case: nominative, genitive, dative, accusative, instrumental, prepositional, locative. */
type Cases = readonly (readonly string[])[];
/** The cases of each word of a name. */
type Paradigm = readonly Cases[];

/**
 * A Russian name in all its cases, itself among them: Северная Корея, Северной Кореи, …; Андрея Белоусова, …
 *
 * Gender and animacy are guessed from the endings, and where these leave it open every reading is taken: a form that nobody
 * writes costs nothing, a missing one loses articles. Written in small letters a name is a common noun and gets its plural
 * (сапёр), or an adjective and gets its genders too (северокорейский).
 */
export function russianForms(name: string, isPerson: boolean): readonly string[] {
  const key = `${isPerson ? 'person' : 'thing'} ${name}`;
  const known = declined.get(key);
  if (known) return known;
  const forms = formsOf(name, isPerson);
  if (declined.size >= MEMORY) declined.clear();
  declined.set(key, forms);
  return forms;
}

/** Judging and comparing find the same names, each with a finder of its own. */
const declined = new Map<string, readonly string[]>();
/** Names kept before the memory starts anew. */
const MEMORY = 10_000;

function formsOf(name: string, isPerson: boolean): readonly string[] {
  const words = name.split(/[\s\p{Pd}]+/u).filter(Boolean);
  const paradigms = isPerson ? personParadigms(words) : commonParadigms(words);
  if (!isPerson && /\S\p{Pd}\S/u.test(name)) paradigms.push(...lastWordParadigms(words));
  return [...new Set([words.join(' '), ...paradigms.flatMap(aligned)])];
}

/** All words of a name stand in the same case. */
function aligned(paradigm: Paradigm): readonly string[] {
  return russian().grammar.CASES.flatMap((_, number) =>
    [0, 1].map((variant) =>
      paradigm.map((cases) => cases[number]?.[variant] ?? cases[number]?.[0] ?? '').join(' '),
    ),
  );
}

/** Владимира Путина declines throughout, Ким Чен Ына at its end only; which it is does not show. */
function personParadigms(words: readonly string[]): Paradigm[] {
  return (['MASCULINE', 'FEMININE'] as const).flatMap((gender) => {
    const declined = words.map((word, at) => personWord(word, gender, at === words.length - 1));
    return [declined, [...words.slice(0, -1).map(fixed), ...declined.slice(-1)]];
  });
}

/** Endings no personal name declines with: Шойгу, Кожемяко, Хи, Седых. */
const INDECLINABLE = /(?:[оеуюиыэё]|[иы]х)$/u;
const SURNAME = /(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ой|ая))$/u;

function personWord(word: string, gender: Gender, isLast: boolean): Cases {
  if (staysAsItIs(word) || INDECLINABLE.test(word)) return fixed(word);
  const endsLikeWoman = /[ая]$/u.test(word);
  if (isLast && SURNAME.test(word) && endsLikeWoman === (gender === 'FEMININE')) {
    return decline(word, gender, { surname: true, animate: true });
  }
  // Никита declines like a woman's name; a woman's name or surname that ends in a consonant stays as it is.
  if (endsLikeWoman) return decline(word, 'FEMININE');
  if (gender === 'FEMININE') return fixed(word);
  const stem = word === 'Павел' ? 'Павл' : word;
  return decline(stem, 'MASCULINE', { name: true, animate: true });
}

/** Adjectives in agreement with the noun they stand at; its other attributes stay as they are (форум безопасности). */
function commonParadigms(words: readonly string[]): Paradigm[] {
  const first = words.findIndex((word) => !isAdjective(word) && !isFirstPart(word));
  if (first < 0 && isLowerCase(words[0])) return adjectiveParadigms(words);
  const head = first < 0 ? words.length - 1 : first;
  const around = (noun: Cases, agreeing: (adjective: string) => Cases): Paradigm =>
    words.map((word, at) => {
      if (at === head) return noun;
      // After its noun a word in -ой is more often a genitive: Музей боевой славы, but космодром Восточный.
      return isAdjective(word) && (at < head || !word.endsWith('ой')) ? agreeing(word) : fixed(word);
    });
  const noun = words[head] ?? '';
  return [
    ...nounReadings(noun).map((cases) => around(cases, adjectiveCases)),
    ...pluralReadings(noun).map((cases) => around(cases, (word) => adjectiveCases(genders(word).plural))),
  ];
}

/** Санкт-Петербург: of parts that are all nouns the last may be the one that declines. */
function lastWordParadigms(words: readonly string[]): Paradigm[] {
  return nounReadings(words.at(-1) ?? '').map((cases) => [...words.slice(0, -1).map(fixed), cases]);
}

/** The ways a noun may decline, as far as its ending leaves it open. */
function nounReadings(word: string): readonly Cases[] {
  if (staysAsItIs(word)) return [fixed(word)];
  const adjective = isAdjective(word) ? [adjectiveCases(word)] : [];
  if (/[ая]$/u.test(word)) return [...adjective, decline(word, 'FEMININE')];
  if (/[ое]$/u.test(word)) return [...adjective, decline(word, 'NEUTER')];
  if (/[иы]$/u.test(word)) return [pluralOnly(word)];
  if (/[уюэё]$/u.test(word)) return [fixed(word)];
  if (word.endsWith('ь')) return [decline(word, 'MASCULINE'), decline(word, 'FEMININE')];
  return [...adjective, decline(word, 'MASCULINE')];
}

/** Only a common noun has a plural of its own: сапёры, but one Курск. */
function pluralReadings(word: string): readonly Cases[] {
  if (staysAsItIs(word) || !isLowerCase(word) || /[иыуюэё]$/u.test(word)) return [];
  const gender = /[ая]$/u.test(word) ? 'FEMININE' : /[ое]$/u.test(word) ? 'NEUTER' : 'MASCULINE';
  const { grammar, engine } = russian();
  const lemma = grammar.createLemma({ text: word, gender: grammar.Gender[gender] });
  return engine
    .pluralize(lemma)
    .map((plural) => grammar.CASES.map((grammaticalCase) => engine.decline(lemma, grammaticalCase, plural)));
}

/** The genitive of a plural depends on a singular that is not known: снарядов, but ракет and санкций. */
function pluralOnly(word: string): Cases {
  const { grammar, engine } = russian();
  const lemma = grammar.createLemma({ text: word, pluraleTantum: true });
  const stem = word.slice(0, -1);
  const genitive = stem.endsWith('и') ? `${stem}й` : stem;
  return grammar.CASES.map((grammaticalCase, number) => {
    const forms = engine.decline(lemma, grammaticalCase);
    return number === 1 ? [...forms, genitive] : forms;
  });
}

function decline(text: string, gender: Gender, traits: object = {}): Cases {
  const { grammar, engine } = russian();
  const lemma = grammar.createLemma({ text, gender: grammar.Gender[gender], ...traits });
  return grammar.CASES.map((grammaticalCase) => engine.decline(lemma, grammaticalCase));
}

function fixed(word: string): Cases {
  return russian().grammar.CASES.map(() => [word]);
}

/** An adjective alone, or a compound of them (российско-северокорейский), in every gender and number. */
function adjectiveParadigms(words: readonly string[]): Paradigm[] {
  return (['masculine', 'feminine', 'neuter', 'plural'] as const).map((form) =>
    words.map((word) => (isFirstPart(word) ? fixed(word) : adjectiveCases(genders(word)[form]))),
  );
}

/** Nominatives of an adjective from any one of them. */
function genders(
  adjective: string,
): Readonly<Record<'masculine' | 'feminine' | 'neuter' | 'plural', string>> {
  const { stem, i, o, soft } = stemOf(adjective);
  const masculine = adjective.endsWith('ой') ? 'ой' : `${i}й`;
  const feminine = soft && !SIBILANT.test(stem) ? 'яя' : 'ая';
  return {
    masculine: stem + masculine,
    feminine: stem + feminine,
    neuter: `${stem}${o}е`,
    plural: `${stem}${i}е`,
  };
}

/** The adjective in all cases of the gender and number its ending shows. */
function adjectiveCases(word: string): Cases {
  const { stem, i, o } = stemOf(word);
  const oblique = (
    genitive: string,
    dative: string,
    accusative: string,
    instrumental: string,
    prepositional: string,
  ) =>
    [word, stem + genitive, stem + dative, accusative, stem + instrumental, stem + prepositional].map(
      (form) => [form],
    );
  const cases = /[ыи]е$/u.test(word)
    ? oblique(`${i}х`, `${i}м`, word, `${i}ми`, `${i}х`)
    : /[ая]я$/u.test(word)
      ? oblique(`${o}й`, `${o}й`, stem + (word.endsWith('яя') ? 'юю' : 'ую'), `${o}й`, `${o}й`)
      : oblique(`${o}го`, `${o}му`, word, `${i}м`, `${o}м`);
  return [...cases, ...cases.slice(-1)];
}

const SIBILANT = /[жшщч]$/u;

/** The stem of an adjective, and the vowels its spelling allows: русским, but новым; синего, but нового. */
function stemOf(adjective: string): { stem: string; i: string; o: string; soft: boolean } {
  const stem = adjective.slice(0, -2);
  const ending = adjective.slice(-2);
  const velar = /[кгх]$/u.test(stem);
  const soft =
    ending === 'яя' ||
    ending === 'ее' ||
    (/^и[йе]$/u.test(ending) && !velar) ||
    (SIBILANT.test(stem) && ending !== 'ой');
  return { stem, i: soft || velar || SIBILANT.test(stem) ? 'и' : 'ы', o: soft ? 'е' : 'о', soft };
}

/** By its ending; nouns in -ие (соглашение, оружие) are told by the consonant before it. */
function isAdjective(word: string): boolean {
  return word.length > 4 && /(?:ый|[кгхжшщчн]ий|ой|ая|яя|ое|ее|ые|[кгх]ие)$/u.test(word);
}

/** российско- of российско-северокорейский. */
function isFirstPart(word: string): boolean {
  return /[сц]ко$/u.test(word);
}

/** КНДР, initials, and whatever is not Russian. */
function staysAsItIs(word: string): boolean {
  return !/^[а-яё]{2,}$/iu.test(word) || word === word.toUpperCase();
}

function isLowerCase(word: string | undefined): boolean {
  return word !== undefined && word === word.toLowerCase();
}
