import type { Language } from '../../domain/time.ts';
import { numbersIn } from '../../text/numbers/numbers.ts';
import { type Claim, momentOf } from './claim.ts';
import type { Pair } from './pairing.ts';
import { TOLLS } from './sentences/event-words.ts';

/** Words by which an account says that its figure is a later one. */
const RISEN: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:rose|risen|rises|rising|climb\w*|increased|grew|grown|revised|updated|up from|new toll|so far|soared|jumped)\b/iu,
  ru: /(?<!\p{L})(?:вырос|возрос|увеличил|достигл|уточн|обновл|по последним|поднял|к настоящему времени|к этому часу)/iu,
  ko: /늘었|늘어|증가|최종|수정|집계됐|추가로|현재까지|지금까지/u,
};

/** Who is cited in a sentence: ministries, police and the like, by what they are. */
const CITED: readonly (readonly [string, RegExp])[] = [
  ['ministry', /minist(?:ry|er)|министр|министерств|Мин[а-я]{3,}|[외국내보][교방무건]부(?!장)|장관/u],
  ['emergencies', /emergenc|МЧС|чрезвычайн|행정안전부|재난/u],
  [
    'city',
    /\b(?:city|town) (?:council|hall|administration|officials)|мэрия|городск\p{L}+ администрац|(?<=[가-힣]{2})시(?:가|는|에 따르면)(?=\s)/iu,
  ],
  [
    'province',
    /provincial|county (?:office|council)|областн\p{L}+ (?:администрац|правительств)|도청|도(?:가|는) /iu,
  ],
  ['union', /\bunion\b|профсоюз|노조/iu],
  ['police', /police|полици|경찰/iu],
  ['rescuers', /\brescuers\b|rescue service|fire (?:service|brigade|department)|спасател|소방|구조대/iu],
  ['coastguard', /coast ?guard|해경/iu],
  ['hospital', /hospital|больниц|병원/iu],
  ['governor', /governor|губернатор|도지사/iu],
  ['mayor', /mayor|мэр|시장/iu],
  ['agency', /agency|агентств|기상청/iu],
  ['army', /army|military|general staff|генштаб|군 당국|합참|합동참모본부/iu],
  ['committee', /committee|комитет|위원회/iu],
  ['prosecutor', /prosecut|прокурат|следств|검찰/iu],
];

/** What is read of an account for an earlier figure. */
const READ = 8_000;

/** A later figure must be later by at least this, in milliseconds. */
const LATER = 20 * 60_000;

/**
 * Whether the accounts do not contradict each other but follow one another: each later value comes later, and from the same
 * outlet, from the same body cited in both sentences, or as a figure that has risen.
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
  if (!isCounting(after)) return after.slot === 'number:area' && hasRisen(after);
  if (hasRisen(after) || knows(after, before)) return true;
  // Organisers count more than the police, whenever they say so.
  if (after.slot === 'number:attend' || !isRisen(before, after)) return false;
  const [mine, theirs] = [citedBy(before), citedBy(after)];
  return mine.length === 0 || theirs.length === 0 || theirs.some((body) => mine.includes(body));
}

const hasRisen = ({ passage }: Claim): boolean => RISEN[passage.language]?.test(passage.text) ?? false;

/** Of all that is counted only the missing grow fewer. */
const isRisen = (before: Claim, after: Claim): boolean =>
  before.slot === 'number:missing' || figureOf(after) > figureOf(before);

const figureOf = ({ value }: Claim): number => numbersIn(value, 'en')[0]?.low ?? 0;

/** Tolls and turnouts of the event are counted as the day goes on: a later one by nobody else's word is a later count. */
const isCounting = ({ slot, passage, background }: Claim): boolean =>
  (!background && TOLLS.has(slot.slice('number:'.length))) ||
  (slot === 'number:percent' && passage.keys.has('matter:turnout'));

/** Whether the later account has the earlier figure too, somewhere: "raising an earlier figure of 12". */
function knows({ passage }: Claim, { value }: Claim): boolean {
  const { text, language } = passage.account;
  const [figure] = numbersIn(value, 'en');
  return numbersIn(text.slice(0, READ), language).some(({ low }) => low > 4 && low === figure?.low);
}

/** Whom the sentence cites; else, for a title or a lead cites nobody at times, whom the first sentences do. */
function citedBy({ passage }: Claim): readonly string[] {
  const own = citedIn(passage.text);
  return own.length > 0 ? own : citedIn(passage.account.text.slice(0, LEAD));
}

const LEAD = 500;

const citedIn = (text: string): readonly string[] =>
  CITED.filter(([, words]) => words.test(text)).map(([body]) => body);
