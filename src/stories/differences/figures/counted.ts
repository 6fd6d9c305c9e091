import type { Language } from '../../../domain/time.ts';
import { soundOf } from '../../../text/names/sound.ts';
import type { NumberFound } from '../../../text/numbers/numbers.ts';
import { unitOf } from '../../../text/numbers/units.ts';
import { nameParts } from '../names/names.ts';
import type { Clause } from '../sentences/clauses.ts';
import { counterOf, PEOPLE, thingOf } from '../sentences/counted-things.ts';
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
  return language === 'ko'
    ? koreanCounted(text, start, end, clause)
    : spacedCounted(text, end, clause, language);
}

/** How strong an earthquake was: magnitude 6.2, a 6.2-magnitude quake, магнитудой 6,2, 규모 6.2의 지진. */
export function isMagnitude(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 32), start);
  const behind = text.slice(end, end + 10);
  if (!/^\d[.,]\d$/u.test(text.slice(start, end)) || /\d[.,]\s?$/u.test(before)) return false;
  return (MAGNITUDE_OF.test(before) && !/^[.,]\s?\d/u.test(behind)) || /^[-\s]magnitude\b/iu.test(behind);
}

const MAGNITUDE_OF =
  /\bmagnitude(?: of the \p{L}+)?(?: of| was| at)?\s$|(?<!\p{L})магнитуд\p{L}{0,3}\s$|규모(?:는|가)?\s?$/iu;

/** The words behind the number that may be its noun: adjectives stand before it. */
const NOUN_WITHIN = 4;

function spacedCounted(text: string, end: number, clause: Clause, language: Language): Counted | null {
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
  const noun = nounOf(behind, language);
  const thing = noun.findLast((token) => token.thing !== null);
  if (thing?.thing) return counted(thing.thing, thing.text);
  const head =
    language === 'ru'
      ? noun.find(({ low }) => !ADJECTIVE.test(low))
      : noun.findLast(({ low }) => low.endsWith('s'));
  const [named] = noun;
  if (named && MULTIPLIED.test(text.slice(0, end))) return sumOf(head?.low ?? named.low);
  if (!head?.term) return noun.length === 0 ? people(null) : null;
  return { unit: `${language}=${head.term}`, factor: 1, label: head.low, head: `${language}:${head.term}` };
}

const MULTIPLIED = /(?:million|billion|trillion|миллион\p{L}*|миллиард\p{L}*|млн|млрд|[만억조])\.?$/iu;

/** What goes by the million and is no thing of the table is mostly money, whose name begins alike in every language. */
function sumOf(name: string): Counted {
  const latin = nameParts(name.replace(PLURAL_ENDING, '')).join('');
  return { unit: `money:${soundOf(latin).slice(0, 2)}`, factor: 1, label: latin, head: null };
}

const PLURAL_ENDING = /(?<=\p{L}{3})(?:s|ов|ев|ами)$|(?<=\p{L}{2})(?:이었다|였다|이다)$/u;

/**
 * The words behind a number up to its noun. In English a thing in the singular goes before the one that is counted (police
 * officers, hospital beds), in Russian an adjective does, whatever it is made of (пожарных машин).
 */
function nounOf(behind: readonly Token[], language: Language): readonly Token[] {
  const noun: Token[] = [];
  for (const [at, token] of behind.entries()) {
    if (language === 'ru' && PAST.test(token.low)) break;
    if (token.term === null || (token.event !== null && token.thing === null)) break;
    const last = noun.at(-1);
    if (last?.thing && token.thing === null) break;
    noun.push(token);
    const next = behind[at + 1];
    const goesOn = language === 'ru' ? ADJECTIVE.test(token.low) : !PLURAL.test(token.low);
    if (token.thing !== null && !(goesOn && next?.thing && next.start === token.end + 1)) break;
  }
  return noun;
}

/** A Russian verb of many in the past, which no noun behind a number ends like: шестеро получили травмы. */
const PAST = /^\p{L}{3,}(?:[аеиыяу]ли|лись)$/u;
const ADJECTIVE = /(?:ых|их|ый|ий|ой|ая|ые|ие)$/u;
const PLURAL = /s$|^(?:people|men|women|children|police)$/u;

/** In Korean a counter stands behind the number, and what it counts before it (트럭 12대) or behind the counter (12개 마을). */
function koreanCounted(text: string, start: number, end: number, clause: Clause): Counted | null {
  const behind = /^\s?여?\s?(\p{Script=Hangul}{1,6}|[a-zA-Z㎞㎡㎏㎝㏊㎢]{1,4})/u.exec(
    text.slice(end, end + 12),
  );
  const words = behind?.[1] ?? '';
  for (let length = Math.min(words.length, 4); length > 0; length -= 1) {
    const word = words.slice(0, length);
    if (/^[가-힣]$/u.test(word) && length < words.length && !COUNTER_END.test(words.slice(length))) continue;
    const unit = unitOf(word.toLowerCase());
    if (unit) return { unit: unit.id, factor: unit.factor, label: unit.label, head: null };
    const counter = counterOf(word);
    const thing = counter ?? thingOf(word);
    if (thing === null) continue;
    const noun =
      counter === null
        ? null
        : nounBeside(text, start, end + (behind?.[0].indexOf(words) ?? 0) + length, clause);
    if (noun?.thing) return counted(noun.thing, noun.text);
    if (thing !== '') return counted(thing, word);
    return noun?.term
      ? { unit: `ko=${noun.term}`, factor: 1, label: noun.text, head: `ko:${noun.term}` }
      : null;
  }
  const named = clause.tokens.find((token) => token.start >= end && token.start <= end + 1);
  return named?.term && MULTIPLIED.test(text.slice(0, end)) ? sumOf(named.term) : null;
}

/** Where, with what or why: 사고로 22명이. */
const ADVERBIAL = /(?:로|에|에서|에게|까지|부터|와|과|해|며|고)$/u;

/** The noun right before a number; else the one right behind its counter. */
function nounBeside(text: string, start: number, end: number, { tokens }: Clause): Token | null {
  const before = tokens.findLast((token) => token.end <= start);
  const isBefore =
    before &&
    !ADVERBIAL.test(before.text) &&
    /^\s?(?:약|최소|최대|모두|총|각각)?\s?$/u.test(text.slice(before.end, start));
  if (isBefore && before.thing !== null) return before;
  const behind = tokens.find((token) => token.start === end + 1 && text[end] === ' ');
  if (behind?.thing) return behind;
  return isBefore ? before : null;
}

const COUNTER_END =
  /^(?:이|가|을|를|은|는|의|에|도|로|과|와|쯤|가량|정도|이상|여|만|씩|으로|에서|에게|이다|이며|다)/u;

const counted = (thing: string, label: string): Counted =>
  PEOPLE.has(thing)
    ? { ...people(thing === 'person' ? null : `thing:${thing}`), label }
    : { unit: `thing:${thing}`, factor: 1, label, head: `thing:${thing}` };

/** A number without a noun counts people, if anything: "14 were injured". */
const people = (head: string | null): Counted => ({ unit: 'people', factor: 1, label: 'people', head });
