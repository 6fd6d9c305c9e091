import type { Language } from '../../domain/time.ts';
import { termOf, words } from '../../text/words.ts';
import type { DraftDocument } from './mentions.ts';

/** A word or a phrase that documents share and others have seldom. */
export interface DraftTerm {
  /** As it is mostly written. */
  readonly text: string;
  readonly language: Language;
  readonly documents: number;
  readonly count: number;
  /** How often it stands in small letters: if seldom, it is part of names. */
  readonly small: number;
  /** How telling it is: in how many of the documents it stands, to the power of 2.5, times the square of its rarity elsewhere. */
  readonly weight: number;
}

/** A document counts to so many words; later ones recall the background. */
const READ_WORDS = 600;
const SHARED = 2.5;
/** Documents without the term, imagined so that a small background does not settle what is rare. */
const IMAGINED = 100;

/**
 * The words and pairs of words that make documents alike, strongest first.
 *
 * @param background what is ordinary; may be empty: then common words of the language weigh more than they should.
 */
export function sharedTerms(
  documents: readonly DraftDocument[],
  background: readonly DraftDocument[],
): readonly DraftTerm[] {
  const least = documents.length === 1 ? 1 : Math.max(2, Math.ceil(documents.length * 0.4));
  const found = new Map<string, { written: string[]; language: Language; documents: Set<number> }>();
  for (const [at, document] of documents.entries()) {
    for (const { term, written } of termsOf(document)) {
      const known = found.get(term) ?? {
        written: [],
        language: document.language,
        documents: new Set<number>(),
      };
      known.written.push(written);
      known.documents.add(at);
      found.set(term, known);
    }
  }
  const shared = [...found].filter(
    ([, { written, documents: named }]) => named.size >= least && written.length > 1,
  );
  const rarity = rarityIn(background, new Set(shared.map(([term]) => term)));
  return shared
    .map(
      ([term, { written, language, documents: named }]): DraftTerm => ({
        text: mostOf(written.map((one) => one.toLowerCase())),
        small: written.filter((one) => !/^\p{Lu}/u.test(one)).length,
        language,
        documents: named.size,
        count: written.length,
        weight: (named.size / documents.length) ** SHARED * rarity(term) ** 2,
      }),
    )
    .toSorted((a, b) => b.weight - a.weight || b.count - a.count || (a.text < b.text ? -1 : 1));
}

/** The terms of a document one by one, and two that stand side by side as one. */
function termsOf({ title, text, language }: DraftDocument): readonly { term: string; written: string }[] {
  const whole = `${title}\n${text}`;
  const found: { term: string; written: string; start: number; end: number }[] = [];
  for (const { text: written, start } of words(whole, language, READ_WORDS)) {
    const term = termOf(written, language);
    if (term === null || term.length < 2) continue;
    const end = start + written.length;
    const before = found.findLast((one) => !one.term.includes(' '));
    const bare = written.replace(/['’]s$/, '');
    if (before && /^[\s-]$/.test(whole.slice(before.end, start))) {
      found.push({
        term: `${before.term} ${term}`,
        written: `${before.written} ${bare}`,
        start,
        end: before.end,
      });
    }
    found.push({ term: `${language}:${term}`, written: bare, start, end });
  }
  return found;
}

function rarityIn(background: readonly DraftDocument[], wanted: ReadonlySet<string>) {
  const containing = new Map<string, number>();
  for (const document of background) {
    for (const term of new Set(termsOf(document).map((one) => one.term))) {
      if (wanted.has(term)) containing.set(term, (containing.get(term) ?? 0) + 1);
    }
  }
  const documents = background.length + IMAGINED;
  return (term: string): number =>
    Math.max(0, Math.log((documents + 1) / ((containing.get(term) ?? 0) + 0.5)));
}

function mostOf(written: readonly string[]): string {
  const groups = [...Map.groupBy(written, (one) => one)];
  return groups.toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))[0]?.[0] ?? '';
}
