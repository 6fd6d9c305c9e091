import type { Language } from '../../../domain/time.ts';
import type { NumberFound } from '../../../text/numbers.ts';
import { unitOf } from '../../../text/units.ts';
import { PEOPLE, thingOf } from '../sentences/counted-things.ts';
import type { Clause } from '../sentences/passages.ts';
import type { Token } from '../sentences/tokens.ts';

/** What a number counts or measures. */
export interface Counted {
  /** `metre`, `money:dollar`, `people`, or the thing itself. */
  readonly unit: string;
  readonly factor: number;
  readonly label: string;
  readonly head: string | null;
}

/** What the number counts or measures; null: nothing that can be compared. */
export function countedBy(
  text: string,
  { start, end, unit }: NumberFound,
  clause: Clause,
  language: Language,
): Counted | null {
  if (isMagnitude(text, start, end)) return { unit: 'magnitude', factor: 1, label: 'magnitude', head: null };
  if (unit !== null) return { unit, factor: 1, label: `${unit}s`, head: null };
  const sign = /[$€£¥₩₽]\s?$/u.exec(text.slice(Math.max(0, start - 2), start))?.[0].trim();
  const money = sign ? unitOf(sign) : null;
  if (money) return { unit: money.id, factor: money.factor, label: money.label, head: null };
  if (/^\s?[%％]/u.test(text.slice(end, end + 2)))
    return { unit: 'percent', factor: 1, label: '%', head: null };
  return language === 'ko' ? koreanCounted(text, start, end, clause) : spacedCounted(end, clause, language);
}

/** How strong an earthquake was: magnitude 6.2, a 6.2-magnitude quake, магнитудой 6,2, 규모 6.2의 지진. */
export function isMagnitude(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  const behind = text.slice(end, end + 10);
  if (!/^\d[.,]\d$/u.test(text.slice(start, end)) || /\d[.,]\s?$/u.test(before)) return false;
  return (MAGNITUDE_OF.test(before) && !/^[.,]\s?\d/u.test(behind)) || /^[-\s]magnitude\b/iu.test(behind);
}

const MAGNITUDE_OF = /\bmagnitude(?: of| was| at)?\s$|(?<!\p{L})магнитуд\p{L}{0,3}\s$|규모(?:는|가)?\s?$/iu;

/** The words behind the number that may be its noun: adjectives stand before it. */
const NOUN_WITHIN = 4;

function spacedCounted(end: number, clause: Clause, language: Language): Counted | null {
  const behind = clause.tokens.filter((token) => token.start >= end).slice(0, NOUN_WITHIN);
  const [first, second] = behind;
  if (!first) return people(null);
  if (/^(?:square|кв|квадратн|cubic|кубич|кубомет)/u.test(first.low)) {
    const side = second ? unitOf(second.low) : null;
    if (!side) return null;
    const solid = /^cub|^куб/u.test(first.low);
    return {
      unit: solid ? 'volume' : 'area',
      factor: side.factor ** (solid ? 3 : 2),
      label: solid ? 'cubic metres' : 'square metres',
      head: null,
    };
  }
  const unit = unitOf(first.low);
  if (unit) return { unit: unit.id, factor: unit.factor, label: unit.label, head: null };
  const noun: Token[] = [];
  for (const token of behind) {
    if (language === 'ru' && PAST.test(token.low)) break;
    if (token.term === null || (token.event !== null && token.thing === null)) break;
    noun.push(token);
    if (token.thing !== null) break;
  }
  const thing = noun.find((token) => token.thing !== null);
  if (thing?.thing) return counted(thing.thing, thing.text);
  const head =
    language === 'ru'
      ? noun.find(({ low }) => !/(?:ых|их|ый|ий|ой|ая|ые|ие)$/u.test(low))
      : noun.findLast(({ low }) => low.endsWith('s'));
  if (head?.term)
    return { unit: `${language}=${head.term}`, factor: 1, label: head.low, head: `${language}:${head.term}` };
  return noun.length === 0 ? people(null) : null;
}

/** A Russian verb of many in the past, which no noun behind a number ends like: шестеро получили травмы. */
const PAST = /^\p{L}{3,}(?:[аеиыяу]ли|лись)$/u;

function koreanCounted(text: string, start: number, end: number, clause: Clause): Counted | null {
  const behind = /^\s?여?\s?(\p{Script=Hangul}{1,6}|[a-zA-Z㎞㎡㎏㎝㏊㎢]{1,4})/u.exec(
    text.slice(end, end + 12),
  )?.[1];
  if (behind === undefined) return null;
  for (let length = Math.min(behind.length, 4); length > 0; length -= 1) {
    const word = behind.slice(0, length);
    if (!/^[가-힣]$/u.test(word) || length === behind.length || COUNTER_END.test(behind.slice(length))) {
      const unit = unitOf(word.toLowerCase());
      if (unit) return { unit: unit.id, factor: unit.factor, label: unit.label, head: null };
      const thing = thingOf(word);
      if (thing) {
        const noun = clause.tokens.findLast((token) => token.end <= start);
        const near =
          noun && /^\s?(?:약|최소|최대|모두|총)?\s?$/u.test(text.slice(noun.end, start)) ? noun.thing : null;
        return counted(near ?? thing, near ? (noun?.text ?? word) : word);
      }
    }
  }
  return null;
}

const COUNTER_END =
  /^(?:이|가|을|를|은|는|의|에|도|로|과|와|쯤|가량|정도|이상|여|만|씩|으로|에서|에게|이다|이며|다)/u;

const counted = (thing: string, label: string): Counted =>
  PEOPLE.has(thing)
    ? { ...people(thing === 'person' ? null : `thing:${thing}`), label }
    : { unit: `thing:${thing}`, factor: 1, label, head: `thing:${thing}` };

/** A number without a noun counts people, if anything: "14 were injured". */
const people = (head: string | null): Counted => ({ unit: 'people', factor: 1, label: 'people', head });
