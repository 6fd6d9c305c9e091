import type { Language } from '../../domain/time.ts';
import { numbersIn } from '../../text/numbers.ts';
import { type Claim, momentOf } from './claim.ts';
import { TOLLS } from './event-words.ts';
import type { Pair } from './pairing.ts';

/** Words by which an account says that its figure is a later one. */
const RISEN: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:rose|risen|rises|rising|climb\w*|increased|grew|grown|revised|updated|up from|new toll|so far|soared|jumped)\b/iu,
  ru: /(?<!\p{L})(?:вырос|возрос|увеличил|достигл|уточн|обновл|по последним|поднял|к настоящему времени|к этому часу)/iu,
  ko: /늘었|늘어|증가|최종|수정|집계됐|추가로|현재까지|지금까지/u,
};

/** Who is cited in a sentence: ministries, police and the like, by what they are. */
const CITED: readonly (readonly [string, RegExp])[] = [
  ['ministry', /ministry|министерств|Мин[а-я]{3,}|МЧС|외교부|국방부|행정안전부|내무부|보건부/u],
  ['police', /police|полици|경찰/iu],
  ['rescuers', /\brescuers\b|rescue service|fire (?:service|brigade|department)|спасател|소방/iu],
  ['coastguard', /coast ?guard|해경/iu],
  ['hospital', /hospital|больниц|병원/iu],
  ['governor', /governor|губернатор|도지사/iu],
  ['mayor', /mayor|мэр|시장/iu],
  ['agency', /agency|агентств|기상청|재난/iu],
  ['army', /army|military|general staff|генштаб|군 당국|합참|합동참모본부/iu],
  ['committee', /committee|комитет|위원회/iu],
  ['prosecutor', /prosecut|прокурат|следств|검찰/iu],
];

/** What is read of an account for an earlier figure. */
const READ = 8_000;

/** A later figure must be later by at least this, in milliseconds. */
const LATER = 20 * 60_000;

/**
 * Whether the accounts do not contradict each other but follow one another: each later value comes later, and from the same outlet, from the
 * same body cited in both sentences, or as a figure that has risen.
 */
export function changedOverTime<T extends Claim>(pairs: readonly Pair<T>[]): boolean {
  return pairs.filter(({ relation }) => relation === 'differs').every(({ a, b }) => follows(a, b));
}

function follows(a: Claim, b: Claim): boolean {
  if (a.kind !== 'number') return false;
  const [before, after] = momentOf(a) <= momentOf(b) ? [a, b] : [b, a];
  if (momentOf(after) - momentOf(before) < LATER) return false;
  const { outlet } = before.passage.account;
  if (outlet !== '' && outlet === after.passage.account.outlet) return true;
  if (!TOLLS.has(a.slot.slice('number:'.length))) return false;
  if (RISEN[after.passage.language]?.test(after.passage.text) || knows(after, before)) return true;
  const mine = citedIn(before);
  if (![before, after].every(({ passage }) => passage.tokens.some(({ event }) => event === 'say')))
    return false;
  return citedIn(after).some((body) => mine.includes(body));
}

/** Whether the later account has the earlier figure too, somewhere: "raising an earlier figure of 12". */
function knows({ passage }: Claim, { value }: Claim): boolean {
  const { text, language } = passage.account;
  const [figure] = numbersIn(value, 'en');
  return numbersIn(text.slice(0, READ), language).some(({ low }) => low > 4 && low === figure?.low);
}

const citedIn = ({ passage }: Claim): readonly string[] =>
  CITED.filter(([, words]) => words.test(passage.text)).map(([body]) => body);
