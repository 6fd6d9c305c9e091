import anyAscii from 'any-ascii';
import type { Language } from '../../domain/time.ts';
import type { ConceptKind } from '../../domain/topic.ts';
import { numbered, shortId } from '../../text/ids.ts';
import { countryNamed } from '../../text/names/countries.ts';
import { type Bearer, bearersOf, type Spelling } from './bearers.ts';
import { type DraftDocument, mentionsIn } from './mentions.ts';
import { type Sides, sideOf, sidesOf } from './sides.ts';
import { type DraftTerm, sharedTerms } from './terms.ts';

/** A topic drafted from documents, for a person to edit. */
export interface Draft {
  readonly documents: number;
  /** How many documents showed what is ordinary. */
  readonly background: number;
  /** How many of them there are in each language, most first. */
  readonly languages: readonly { readonly language: Language; readonly documents: number }[];
  /** Two where the documents pair two sides, else none. */
  readonly facets: readonly DraftFacet[];
  /**
   * What stands in most of the documents where they pair no sides: a facet the person may want, and which is not asked for unless
   * they do. An article would have to name one of its words, and documents on a subject need not (tried on five subjects with
   * five examples each, such a facet took the mean F1 from .80 to .42).
   */
  readonly sole: DraftFacet | null;
  /** What counts for no side and makes tags. */
  readonly concepts: readonly DraftConcept[];
  /** What the documents share besides names, strongest first. */
  readonly terms: readonly DraftTerm[];
  /** Names too few to be drafted. */
  readonly leftOut: readonly string[];
}

export interface DraftFacet {
  readonly id: string;
  readonly title: string;
  readonly concepts: readonly DraftConcept[];
}

export interface DraftConcept {
  readonly id: string;
  readonly kind: ConceptKind;
  readonly names: Readonly<Record<Language, readonly string[]>>;
  readonly seenAs: readonly string[];
  readonly weak: readonly string[];
  /** In how many documents it stands, and how often in all. */
  readonly documents: number;
  readonly count: number;
}

/** Most of the names of one draft: an editor reads them all. */
const CONCEPTS_MOST = 40;
const TERMS_MOST = 20;
/** Where nothing shows what is ordinary, most are. */
const TERMS_UNSURE = 8;
const PHRASES_MOST = 6;
const LEFT_OUT_MOST = 20;

/**
 * Drafts a topic from documents on it. The same documents and background give the same draft.
 *
 * @param background documents nobody labelled, that show what is ordinary; may be empty.
 */
export function draftTopic(documents: readonly DraftDocument[], background: readonly DraftDocument[]): Draft {
  const ordinary = ordinaryAmong(background, documents.length);
  const bearers = bearersOf(mentionsIn(documents));
  const kept = bearers.filter((one) => isWorthKeeping(one, documents.length) && !ordinary(one));
  const sides = sidesOf(kept, documents.length, ordinary);
  const ids = new Set<string>();
  const concepts = kept
    .slice(0, CONCEPTS_MOST)
    .map((bearer) => ({ bearer, concept: conceptOf(bearer, ids) }));
  const terms = withoutNames(sharedTerms(documents, background), bearers);
  const drafted = sides
    ? pairDraft(sides, concepts)
    : soleDraft(documents.length, concepts, background.length > 0 ? terms : [], ids);
  return {
    documents: documents.length,
    background: background.length,
    languages: languagesOf(documents),
    ...drafted,
    terms: terms.slice(0, background.length > 0 ? TERMS_MOST : TERMS_UNSURE),
    leftOut: bearers
      .filter((one) => !kept.includes(one))
      .flatMap(({ spellings }) => spellings[0]?.text ?? [])
      .slice(0, LEFT_OUT_MOST),
  };
}

interface Drafted {
  readonly bearer: Bearer;
  readonly concept: DraftConcept;
}

/** Two sides, each with what belongs to it; the rest makes tags. */
function pairDraft(sides: Sides, drafted: readonly Drafted[]): Pick<Draft, 'facets' | 'sole' | 'concepts'> {
  const placed = drafted.map(({ bearer, concept }) => ({ concept, side: sideOf(bearer, sides) }));
  const of = (side: 0 | 1 | null) => placed.filter((one) => one.side === side).map(({ concept }) => concept);
  const facets = sides.map((bearer, at): DraftFacet => {
    const own = drafted.find((one) => one.bearer === bearer)?.concept;
    const title = Object.values(own?.names ?? {})[0]?.[0] ?? bearer.spellings[0]?.text ?? '';
    return { id: own?.id ?? idOf(title, new Set()), title, concepts: of(at === 0 ? 0 : 1) };
  });
  return { facets, sole: null, concepts: of(null) };
}

/** A name or word stands for the topic where at least this share of the documents has it. */
const STANDS_FOR_IT = 0.6;
/** A word stands for it where it weighs at least this share of the heaviest. */
const STRONG = 0.35;

/** No sides. What stands in most of the documents is told, names and words. */
function soleDraft(
  documents: number,
  drafted: readonly Drafted[],
  terms: readonly DraftTerm[],
  ids: Set<string>,
): Pick<Draft, 'facets' | 'sole' | 'concepts'> {
  const isCommon = (one: { readonly documents: number }) => one.documents >= STANDS_FOR_IT * documents;
  const ideas = terms
    .filter((term) => isCommon(term) && term.weight >= STRONG * (terms[0]?.weight ?? 0))
    .slice(0, PHRASES_MOST)
    .map((term) => ideaOf(term, ids));
  const concepts = drafted.map(({ concept }) => concept);
  const common = [...ideas, ...concepts.filter(isCommon)];
  const [first] = common;
  if (!first) return { facets: [], sole: null, concepts };
  const title = Object.values(first.names)[0]?.[0] ?? first.id;
  return { facets: [], sole: { id: first.id, title, concepts: common }, concepts };
}

function ideaOf({ text, language, documents, count }: DraftTerm, ids: Set<string>): DraftConcept {
  const names = { [language]: [text] };
  return { id: idOf(text, ids), kind: 'idea', names, seenAs: [], weak: [], documents, count };
}

/** Named in two documents; or, where there are few, often in one, or as somebody with a role. */
function isWorthKeeping({ documents, mentions, role, kind }: Bearer, all: number): boolean {
  if (documents.size >= Math.max(2, Math.ceil(all * 0.2))) return true;
  if (all > 5) return false;
  return mentions.length >= 3 || (mentions.length >= 2 && (role !== null || kind !== null));
}

/** Whether a bearer is named as much in documents that are about anything. */
function ordinaryAmong(background: readonly DraftDocument[], documents: number): (bearer: Bearer) => boolean {
  return ({ spellings, documents: named }) => {
    if (background.length === 0) return false;
    const texts = spellings.filter(({ as }) => as !== 'short').map(({ text }) => text);
    const elsewhere = background.filter(({ title, text }) =>
      texts.some((name) => text.includes(name) || title.includes(name)),
    ).length;
    return named.size / documents < ORDINARY * ((elsewhere + 1) / (background.length + 1));
  };
}

/** A name is ordinary unless it stands in the documents this many times as often as elsewhere. */
const ORDINARY = 2;

function conceptOf(bearer: Bearer, ids: Set<string>): DraftConcept {
  const { kind, documents, mentions } = bearer;
  const spellings = usualFirst(bearer);
  const [first] = spellings;
  const names: Record<Language, string[]> = {};
  const seenAs: string[] = [];
  const weak: string[] = [];
  const taken: string[] = [];
  for (const { text, language, as } of spellings) {
    if (taken.some((one) => isSameWhenMatched(one, text))) continue;
    taken.push(text);
    const known = names[language]?.[0];
    if (as === 'short' && isSlight(text)) weak.push(text);
    else if (as === 'perhaps' || (as === 'variant' && known !== undefined)) seenAs.push(text);
    else names[language] = [...(names[language] ?? []), text];
  }
  return {
    id: idOf(names.en?.[0] ?? names.ru?.[0] ?? first?.text ?? '', ids),
    kind: kind ?? 'idea',
    names,
    seenAs,
    weak,
    documents: documents.size,
    count: mentions.length,
  };
}

/** A country goes by its usual name, and has its other names in the languages of the documents. */
function usualFirst({ country, spellings }: Bearer): readonly Pick<Spelling, 'text' | 'language' | 'as'>[] {
  const known = country === null ? null : countryNamed(spellings[0]?.text ?? '');
  if (!known) return spellings;
  const languages = [...new Set(spellings.map(({ language }) => language))];
  const usual = languages.flatMap((language) =>
    (known.names[language] ?? []).map((text) => ({ text, language, as: 'full' as const })),
  );
  return [...usual, ...spellings];
}

/** Hyphens, dots and spaces are alike when names are matched. */
function isSameWhenMatched(a: string, b: string): boolean {
  const plain = (name: string) => name.toLowerCase().replace(/[\s\p{P}]+/gu, ' ');
  return plain(a) === plain(b);
}

/** Family names that many bear, and words so short that they may be anything: they count only beside another name. */
function isSlight(name: string): boolean {
  if (/^\p{Lu}{3,}$/u.test(name)) return false;
  return name.length <= 4 || /^(?:Smith|Jones|Brown|White|Black|Young|Green|Иванов|Петров|Попов)$/.test(name);
}

/** An id in Latin letters, numbered where it is taken; taken from now on. */
function idOf(name: string, taken: Set<string>): string {
  const id = numbered(shortId(anyAscii(name)) || 'concept', (one) => taken.has(one));
  taken.add(id);
  return id;
}

/** Terms that are parts of names say nothing besides them. */
function withoutNames(terms: readonly DraftTerm[], bearers: readonly Bearer[]): readonly DraftTerm[] {
  const words = new Set(
    bearers.flatMap(({ mentions }) =>
      mentions.flatMap(({ text }) => text.toLowerCase().split(/[\s\p{P}]+/u)),
    ),
  );
  const told: string[] = [];
  return terms.filter(({ text, small, count }) => {
    const parts = text.split(' ');
    const isName = (2 * small < count || !/\p{Ll}/u.test(text)) && parts.some((part) => words.has(part));
    // Of a phrase and its words the stronger is told, which comes first.
    const isNew = !isName && !parts.some((part) => told.includes(part));
    if (isNew) told.push(...parts);
    return isNew;
  });
}

function languagesOf(documents: readonly DraftDocument[]): Draft['languages'] {
  return [...Map.groupBy(documents, ({ language }) => language)]
    .map(([language, all]) => ({ language, documents: all.length }))
    .toSorted((a, b) => b.documents - a.documents || (a.language < b.language ? -1 : 1));
}
