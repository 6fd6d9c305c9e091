import { createRequire, findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import type { eld } from 'eld/extrasmall';
import type { Language } from '../domain/time.ts';

const require = createRequire(import.meta.url);

/** What else speaks for a language. Feeds often state a wrong one, so the script of the text always wins. */
export interface LanguageHints {
  /** What the item or its feed states: `en`, `en-US`, `ru_RU`. */
  readonly stated?: string | null;
  /** What the source is set to in the settings. */
  readonly sourceLanguage?: string | null;
}

/** As much of a text as tells its language. */
const SAMPLE = 1000;

/**
 * The language of a text, best given as the title and the beginning of the body: a primary tag in lower case, `und` where nothing
 * tells.
 *
 * The script decides alone where only one language uses it; telling words and letters decide next; n-grams (eld) only then,
 * together with the hints, since on a title of four words they alone are often wrong. Its tables cost 90 MB, so they are read
 * only for a text that needs them.
 */
export function detectLanguage(text: string, hints: LanguageHints = {}): Language {
  const start = text.slice(0, SAMPLE);
  const sample = ADDRESSED.test(start) ? start.replace(ADDRESS, ' ') : start;
  const script = dominantScript(sample);
  const hinted = [hints.stated, hints.sourceLanguage].map(primaryTag).filter((tag) => tag !== 'und');
  if (script === null) return hinted[0] ?? 'und';
  const possible = hinted.filter((tag) => scriptOf(tag) === script || (script === 'Han' && tag === 'ja'));
  if (script === 'Latin') return english(sample, possible) ?? byNgrams(sample, possible);
  if (script === 'Cyrillic') return russian(sample, possible) ?? byNgrams(sample, possible);
  if (script in ONLY) return possible[0] ?? ONLY[script] ?? 'und';
  return byNgrams(sample, possible);
}

/** The primary language of a tag (BCP 47): `en` of `en-US`; `und` of nothing, or of what is no tag. */
export function primaryTag(tag: string | null | undefined): Language {
  const primary = /^\s*([a-z]{2,3})(?=$|[-_\s,])/iu.exec(tag ?? '')?.[1]?.toLowerCase() ?? 'und';
  return SYNONYMS[primary] ?? primary;
}

const SYNONYMS: Readonly<Record<string, Language>> = {
  iw: 'he',
  in: 'id',
  nb: 'no',
  nn: 'no',
  kr: 'ko',
  jp: 'ja',
  cn: 'zh',
};

const ADDRESS = /https?:\/\/\S+|www\.\S+|\S+@\S+/giu;
/** What every address holds. To look for one takes several times as long. */
const ADDRESSED = /:\/\/|www\.|@/i;

/** Scripts that are told apart, and how many Latin letters one of their signs is worth. */
const SCRIPTS: readonly (readonly [string, RegExp, number])[] = [
  ['Hangul', /\p{Script=Hangul}/u, 2.5],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u, 2.5],
  ['Han', /\p{Script=Han}/u, 2.5],
  ['Cyrillic', /\p{Script=Cyrillic}/u, 1],
  ['Latin', /\p{Script=Latin}/u, 1],
  ['Arabic', /\p{Script=Arabic}/u, 1.2],
  ['Hebrew', /\p{Script=Hebrew}/u, 1.2],
  ['Greek', /\p{Script=Greek}/u, 1],
  ['Thai', /\p{Script=Thai}/u, 1],
  ['Devanagari', /\p{Script=Devanagari}/u, 1],
  ['Armenian', /\p{Script=Armenian}/u, 1],
  ['Georgian', /\p{Script=Georgian}/u, 1],
];

/** The language of a script that hardly any other uses in news; a hint of the same script goes before it. */
const ONLY: Readonly<Record<string, Language>> = {
  Hangul: 'ko',
  Kana: 'ja',
  Han: 'zh',
  Hebrew: 'he',
  Greek: 'el',
  Thai: 'th',
  Armenian: 'hy',
  Georgian: 'ka',
};

const WRITTEN_IN: Readonly<Record<Language, string>> = {
  ...Object.fromEntries(
    ['ru', 'uk', 'be', 'bg', 'mk', 'sr', 'kk', 'ky', 'mn', 'tg'].map((tag) => [tag, 'Cyrillic']),
  ),
  ...Object.fromEntries(Object.entries(ONLY).map(([script, tag]) => [tag, script])),
  ar: 'Arabic',
  fa: 'Arabic',
  ur: 'Arabic',
  hi: 'Devanagari',
  mr: 'Devanagari',
  ne: 'Devanagari',
  yi: 'Hebrew',
};

/** Where letters of other scripts stand. Below and between there are Latin ones, accents, punctuation and symbols. */
const BEYOND_LATIN = /[\u0370-\u1fff\u2c00-\uffff]/;

function scriptOf(language: Language): string {
  return WRITTEN_IN[language] ?? 'Latin';
}

/** The place of each UTF-16 unit's script among `SCRIPTS`, from 1 on, once it was met. Signs that take two units are rare. */
const places = new Uint8Array(0x1_0000);

/** The place of a unit's script among `SCRIPTS`; behind the last: it is of none. */
function placeOf(code: number): number {
  const known = places[code];
  if (known) return known - 1;
  const sign = String.fromCharCode(code);
  const found = SCRIPTS.findIndex(([, signs]) => signs.test(sign));
  const place = found < 0 ? SCRIPTS.length : found;
  places[code] = place + 1;
  return place;
}

function dominantScript(sample: string): string | null {
  if (!BEYOND_LATIN.test(sample)) return /\p{Script=Latin}/u.test(sample) ? 'Latin' : null;
  const counts = new Uint32Array(SCRIPTS.length + 1);
  for (let at = 0; at < sample.length; at += 1) {
    const place = placeOf(sample.charCodeAt(at));
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const weights = SCRIPTS.map(([name, , worth], place) => ({ name, weight: (counts[place] ?? 0) * worth }));
  const [first] = weights.toSorted((a, b) => b.weight - a.weight);
  if (!first || first.weight === 0) return null;
  // Headlines mix Han signs into Korean and Japanese (北 미사일), never the other way round.
  if (first.name !== 'Han' && first.name !== 'Latin') return first.name;
  const share = (name: string) => (weights.find((w) => w.name === name)?.weight ?? 0) / first.weight;
  if (share('Hangul') > 0.25) return 'Hangul';
  if (share('Kana') > 0.1) return 'Kana';
  return first.name;
}

/** Words that English has and its neighbours lack. Two different ones settle it, or one twice where a hint says English. */
const ENGLISH =
  /\b(?:the|and|with|that|from|said|says|after|over|his|their|has|have|which|its|are|were|will|for|new|of|by)\b/giu;

function english(sample: string, possible: readonly Language[]): Language | null {
  let first: string | null = null;
  for (const [match] of sample.matchAll(ENGLISH)) {
    const word = match.toLowerCase();
    if (first !== null && (word !== first || possible.includes('en'))) return 'en';
    first = word;
  }
  return null;
}

/** Letters Russian shares with no Slavic neighbour but Belarusian, which shows in other letters. */
function russian(sample: string, possible: readonly Language[]): Language | null {
  if (/[іїєґўјљњћђџѓќѕәғқңөұүһӣӯҷ]/iu.test(sample)) return null;
  return /[ыэё]/iu.test(sample) || (possible.includes('ru') && !/[ъ]/iu.test(sample)) ? 'ru' : null;
}

type Ngrams = Pick<typeof eld, 'detect'>;

let ngrams: Ngrams | null = null;

/** eld exports its data sets to `import` only; they hold no top-level await, so `require` reads them at their path. */
function ngramTables(): Ngrams {
  if (ngrams) return ngrams;
  const manifest = findPackageJSON('eld', import.meta.url) ?? 'eld/package.json';
  const loaded: { readonly eld: typeof eld } = require(
    join(dirname(manifest), 'src/entries/static.extrasmall.js'),
  );
  ngrams = loaded.eld;
  return ngrams;
}

/** What a hint adds to a score of eld (0 to 1; neighbours often lie within .05 of each other). */
const HINT = 0.15;
/** The languages most titles of their script are in. */
const USUAL: Readonly<Record<Language, number>> = { en: 0.08, ru: 0.02 };
/** Below this eld has seen too few n-grams to speak without a hint. */
const FAINT = 0.5;

/**
 * Names look like no language or like the wrong one (Kim Jong Un visits Moscow is Latvian to n-grams), so a text also speaks
 * without the words that are capitalised inside it.
 */
function byNgrams(sample: string, possible: readonly Language[]): Language {
  const tables = ngramTables();
  const whole = tables.detect(sample).getScores();
  const nameless = tables.detect(sample.replace(CAPITALISED, ' ')).getScores();
  let best: Language = 'und';
  let most = FAINT;
  for (const tag of new Set([...Object.keys(whole), ...Object.keys(nameless), ...possible])) {
    const heard = ((whole[tag] ?? 0) + (nameless[tag] ?? whole[tag] ?? 0)) / 2;
    const score = heard + (USUAL[tag] ?? 0) + (possible.includes(tag) ? HINT : 0);
    if (score > most) [best, most] = [tag, score];
  }
  return best === 'und' ? (possible[0] ?? 'und') : best;
}

const CAPITALISED = /(?<!^)(?<!\p{L})\p{Lu}[\p{L}’'-]*/gu;
