import type { Language } from '../../domain/time.ts';
import type { ConceptKind } from '../../domain/topic.ts';
import { sentences } from '../sentences.ts';
import { stopWords } from '../stop-words.ts';
import { countryNamed } from './countries.ts';
import { isNoName, kindByWords, kindOfWord } from './kinds.ts';
import { type Role, roleBefore } from './roles.ts';

/** A name as a text has it. */
export interface ProperName {
  readonly text: string;
  /** In UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** What the person is called by right before it; null: nothing. */
  readonly role: Role | null;
  /** What tells where the bearer belongs, written right before role or name: Russian, Kursk. Null: nothing does. */
  readonly of: string | null;
  /** What it is the name of, as far as this place shows. */
  readonly kind: ConceptKind | null;
  /** It begins a sentence or a quotation, so that its capital alone says nothing. */
  readonly opens: boolean;
}

/**
 * The names of a text in a script with capitals, in order: what is written with capitals and not only because it begins a
 * sentence. Roles are taken off ("President Vladimir Putin" names Vladimir Putin), and what a bearer belongs to is told apart
 * ("Russian President", "Kursk Governor"). Lines in capitals throughout, as headlines are, show no names.
 *
 * @param small words that are met in small letters in texts like this one: they are no names where they begin a sentence.
 */
export function properNames(
  whole: string,
  language: Language,
  small: ReadonlySet<string>,
): readonly ProperName[] {
  const text = whole.replace(WRAPPED, ' ');
  const starts = new Set(sentences(whole).map(({ start }) => start));
  const found: ProperName[] = [];
  for (const line of text.matchAll(/[^\n]+/g)) {
    if (isHeadline(line[0])) continue;
    let before: readonly Token[] = [];
    for (const run of runsOf(line[0], line.index)) {
      const name = trimmed(run, text, starts, small, language);
      const owner = /^['’ʼ]s $/.test(text.slice(before.at(-1)?.end, run[0]?.start))
        ? textOf(before, text)
        : null;
      before = run;
      for (const one of namesIn(name, text, language)) {
        const plain = one.text.toLowerCase();
        // U.S. Officials are somebody, and no name.
        const isWord = stopWords(language).has(plain) || (one.of !== null && small.has(plain));
        if (isWord && one.role === null && one.kind === null) continue;
        const of = one.of ?? (one.role === null ? null : owner);
        found.push({ ...one, of, opens: isOpening(text, one.start, starts) });
      }
    }
  }
  return found;
}

/** The end of a line within a sentence, in text that is wrapped at a width: names go on across it. */
const WRAPPED = /(?<=[^\n]{40}[^\n.!?…:;"”»’)])\n(?=\S)/gu;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Abbreviations with dots, else words with what hyphens and apostrophes tie to them. */
const TOKEN = /(?:\p{Lu}\.){2,}|\p{L}[\p{L}\p{M}\p{N}]*(?:[-–‑’'ʼ]\p{L}[\p{L}\p{M}\p{N}]*)*/gu;
/** What may stand between two words of one name. */
const GAP = /^ (?:(?:of|of the|de|del|der|van|von|bin|al) )?$/u;
const CAPITAL = /^\p{Lu}/u;
/** What Russian writes small in the name of a place: Курская область. */
const PLACE_IN_SMALL = /^(?:област(?:ь|и|ью)|район(?:а|у|ом|е)?|республик(?:а|и|е|у|ой)|кра(?:й|я|ю|ем|е))$/u;

/** A line without a full stop that is in capitals, or most of whose words begin with one though they are many. */
function isHeadline(line: string): boolean {
  if (/[.!?…]["'”»’)]?(?:\s|$)/u.test(line)) return false;
  const words = line.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? [];
  if (words.length >= 2 && words.every((word) => word === word.toUpperCase())) return true;
  return words.length >= 4 && words.filter((word) => CAPITAL.test(word)).length > 0.7 * words.length;
}

function tokensOf(line: string, offset: number): readonly Token[] {
  return [...line.matchAll(TOKEN)].flatMap(({ 0: word, index }) => {
    const bare = word.replace(/['’ʼ](?:s|S)?$/u, '');
    const [first = '', ...rest] = bare.split(/[-–‑]/u);
    // Russia-North Korea are two names, Russian-speaking is one and a word.
    const parts = rest.length === 0 || countryNamed(first) === null ? [bare] : [first, ...rest];
    let at = offset + index;
    return parts.map((part) => {
      const token = { text: part, start: at, end: at + part.length };
      at = token.end + 1;
      return token;
    });
  });
}

/** Bank of England and Workers’ Party are one name, Ada Quill of Brae is two; so is Moscow’s Red Square. */
function isWithinName(run: readonly Token[], last: Token, between: string, next: string): boolean {
  if (/^['’ʼ] $/u.test(between)) return last.text.endsWith('s') && kindOfWord(next) === 'organisation';
  if (!GAP.test(between)) return false;
  return !between.startsWith(' of') || run.length === 1 || kindOfWord(last.text) !== null;
}

/** Words with a capital that stand together. */
function runsOf(line: string, offset: number): readonly (readonly Token[])[] {
  const runs: Token[][] = [];
  for (const token of tokensOf(line, offset)) {
    const run = runs.at(-1) ?? [];
    const last = run.at(-1);
    const between = last ? line.slice(last.end - offset, token.start - offset) : '';
    const isHead = between === ' ' && PLACE_IN_SMALL.test(token.text);
    if (!isHead && !CAPITAL.test(token.text)) continue;
    if (line[token.start - offset - 1] === '#') continue;
    if (last && isWithinName(run, last, between, token.text)) run.push(token);
    else runs.push([token]);
  }
  return runs;
}

/** Without capitals that only begin a sentence or a quotation, and without months and the like at either end. */
function trimmed(
  run: readonly Token[],
  text: string,
  starts: ReadonlySet<number>,
  small: ReadonlySet<string>,
  language: Language,
): readonly Token[] {
  // Fishers of Brae are theirs; the Bank of Brae has a name.
  const isOwned = (word: string, end: number): boolean =>
    text.startsWith(' of ', end) && kindOfWord(word) === null;
  const isOrdinary = ({ text: word, start, end }: Token): boolean => {
    const plain = word.toLowerCase();
    const isSmall = stopWords(language).has(plain) || small.has(plain) || isOwned(word, end);
    return isNoName(word, run.length > 1) || word.length === 1 || (isSmall && isOpening(text, start, starts));
  };
  const first = run.findIndex((token) => !isOrdinary(token));
  const last = run.findLastIndex(({ text: word }) => !isNoName(word));
  return first < 0 ? [] : run.slice(first, last + 1);
}

function isOpening(text: string, start: number, starts: ReadonlySet<number>): boolean {
  return starts.has(start) || /[“”«"‘:(—–-]\s?$/u.test(text.slice(Math.max(0, start - 2), start));
}

type Placed = Omit<ProperName, 'opens'>;

/** A run parted into what stands for a country, roles, and the names behind them. */
function namesIn(run: readonly Token[], text: string, language: Language): readonly Placed[] {
  const found: Placed[] = [];
  let rest = run;
  let of: string | null = null;
  for (;;) {
    const belonging = countryAhead(rest, text);
    if (belonging === 0) break;
    const part = rest.slice(0, belonging);
    of = textOf(part, text);
    found.push(named(part, text, { role: null, of: null, kind: 'place' }));
    const kind = kindByWords(words(rest));
    if (rest.length > belonging && kind === 'organisation') {
      return [...found, named(rest, text, { role: null, of, kind })];
    }
    rest = rest.slice(belonging);
  }
  const role = roleWithin(rest, text, language);
  if (role) {
    if (role.before.length > 0) {
      of = textOf(role.before, text);
      found.push(named(role.before, text, { role: null, of: null, kind: 'place' }));
    }
    rest = role.behind;
    const country = countryAhead(rest, text);
    if (country > 0) {
      of = textOf(rest.slice(0, country), text);
      found.push(named(rest.slice(0, country), text, { role: null, of: null, kind: 'place' }));
      rest = rest.slice(country);
    }
  }
  const [first] = rest;
  if (!first) return found;
  const outside = role ? null : roleBefore(text.slice(0, first.start), language);
  const known = role?.role ?? outside?.role ?? null;
  const kind = kindByWords(words(rest));
  return [...found, named(rest, text, { role: known, of, kind: known && kind === null ? 'person' : kind })];
}

/** How many of the first words name a country: 2 in "North Korean Defense Minister". */
function countryAhead(run: readonly Token[], text: string): number {
  return (
    [3, 2, 1].find((length) => run.length >= length && countryNamed(textOf(run.slice(0, length), text))) ?? 0
  );
}

/** The last role in a run, and what stands before and behind it. */
function roleWithin(run: readonly Token[], text: string, language: Language) {
  for (let at = run.length; at > 0; at -= 1) {
    const [first, last] = [run[0], run[at - 1]];
    if (!first || !last) break;
    const found = roleBefore(text.slice(first.start, last.end), language);
    if (!found) continue;
    const start = last.end - found.length;
    return { role: found.role, before: run.filter(({ end }) => end <= start), behind: run.slice(at) };
  }
  return null;
}

const words = (run: readonly Token[]): readonly string[] => run.map(({ text }) => text);

function textOf(run: readonly Token[], text: string): string {
  return text.slice(run[0]?.start, run.at(-1)?.end);
}

function named(run: readonly Token[], text: string, about: Pick<ProperName, 'role' | 'of' | 'kind'>): Placed {
  return { text: textOf(run, text), start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0, ...about };
}
