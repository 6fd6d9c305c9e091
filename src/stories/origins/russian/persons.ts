import type { Reading } from '../reading.ts';
import type { Phrase, Token } from '../tokens.ts';
import { personNamed, type Voice } from '../voice.ts';
import { fromGenitive } from './genitive.ts';
import { isAfterVerb, isByWord, isSaying } from './saying.ts';
import { EXPERTS, OF_SELF, SAY, SPEECH, TITLES } from './words.ts';

/** Somebody named with an office, and with the ministry, where that is what they head. */
export function personHeard(bodies: readonly Phrase[], reading: Reading): Voice | null {
  const person = personIn(reading);
  if (!person) return null;
  const { name, from, to } = person;
  const office = bodies.find((body) => body.holder && body.from <= to && body.to >= from);
  const expert = EXPERTS.test(reading.tokens[from]?.lower ?? '');
  return personNamed(name, { office: (office && reading.resolve(office)) ?? null, expert });
}

/** A name with an office, from the one to the other. */
interface Person {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Somebody named with the office or the trade that makes their word count: «сообщил губернатор Антон Седых», «губернатор Антон
 * Седых сообщил», «по словам губернатора Антона Седых». Not for what they say of themselves, and
 * not for a speech.
 */
function personIn({ tokens, sentence }: Reading): Person | null {
  if (OF_SELF.test(sentence) || (isQuoting(sentence) && SPEECH.test(sentence))) return null;
  for (let at = 0; at < tokens.length; at += 1) {
    if (!TITLES.test(tokens[at]?.lower ?? '')) continue;
    const name = nameBehind(tokens, at);
    if (!name) continue;
    const person = { name: name.text, from: at, to: name.to };
    if (
      SAY.test(tokens[name.to + 1]?.lower ?? '') &&
      isSaying(tokens, name.to + 1) &&
      !isToGuests(tokens, name.to + 1)
    )
      return person;
    if (isAfterVerb(tokens, firstOf(tokens, at)) || toJournalists(tokens, at)) return person;
    // По словам директора Анны Рубцовой
    if (isByWord(tokens, firstOf(tokens, at))) return { ...person, name: fromGenitive(name.text) };
  }
  return null;
}

/** «Рассказал депутатам»: a speech to those it was made for. */
const isToGuests = (tokens: readonly Token[], says: number): boolean =>
  /(?:ам|ям)$/u.test(tokens[says + 1]?.lower ?? '') && tokens[says + 1]?.lower !== 'журналистам';

/** «По словам лидера профсоюза Греты Молль», whatever the office; as "according to" in English. */
export function byWordOf(tokens: readonly Token[], sentence: string): Voice | null {
  const at = tokens.findIndex(({ lower }, place) => lower === 'словам' && tokens[place - 1]?.lower === 'по');
  const name = at < 0 || isQuoting(sentence) ? null : nameBehind(tokens, at);
  return name && personNamed(fromGenitive(name.text));
}

/** Words somebody said stand in it; a name in quotation marks is shorter. */
const isQuoting = (sentence: string): boolean => /[«"“„][^»"”]{28}|[»"”],\s?[—–-]\s/u.test(sentence);

/** «…, рассказала вдова мастера Вера Лапина.»: plain words given at their end to somebody told by what they are. */
export function namedLast(tokens: readonly Token[], sentence: string): Voice | null {
  if (isQuoting(sentence)) return null;
  const says = tokens.findLastIndex(({ lower }) => SAY.test(lower));
  const words = tokens.slice(says + 1).filter(({ text }) => /^\p{L}/u.test(text));
  const name = words.slice(-2).map(({ text }) => text);
  const described = words.slice(0, -2);
  const isTold =
    says > 0 &&
    tokens[says - 1]?.text === ',' &&
    name.length === 2 &&
    name.every((word) => /^\p{Lu}\p{Ll}/u.test(word)) &&
    described.length > 0 &&
    described.length <= 5 &&
    tokens.length - says - 1 <= words.length + 1;
  return isTold && described.every(({ text }) => /^\p{Ll}/u.test(text)) ? personNamed(name.join(' ')) : null;
}

/** The two or three capitalised words behind a title, past what the title is of: министр транспорта Иван Лада. */
function nameBehind(
  tokens: readonly Token[],
  at: number,
): { readonly text: string; readonly to: number } | null {
  let from = at + 1;
  while (from - at < 5 && /^\p{Ll}/u.test(tokens[from]?.text ?? '') && !SAY.test(tokens[from]?.lower ?? ''))
    from += 1;
  // Директор «Берега» Глеб Ясный
  if (tokens[from]?.text === '«') {
    const close = tokens.findIndex(({ text }, place) => place > from && place - from < 6 && text === '»');
    if (close > 0) from = close + 1;
  }
  // Губернатор Карской области Антон Седых: the name is at the end.
  if (/^(?:област|кра[йяею]|район|округ|республик)/u.test(tokens[from + 1]?.lower ?? '')) from += 2;
  let to = from - 1;
  while (to - from < 3 && /^\p{Lu}\p{Ll}/u.test(tokens[to + 1]?.text ?? '')) to += 1;
  if (to < from + 1) return null;
  const words = tokens.slice(from, to + 1).map(({ text }) => text);
  // Пак Тон Ир: three syllables are one name; of three longer words the first is whose office it is.
  const name = words.every((word) => word.length <= 4) ? words : words.slice(-2);
  return { text: name.join(' '), to };
}

function firstOf(tokens: readonly Token[], at: number): number {
  let first = at;
  while (first > 0 && at - first < 3 && /(?:ий|ый|ой|его|ого)$/u.test(tokens[first - 1]?.lower ?? ''))
    first -= 1;
  return first;
}

/** «Сообщил журналистам министр»; whoever is only spoken of stands elsewhere. */
const toJournalists = (tokens: readonly Token[], title: number): boolean =>
  tokens.some(
    ({ lower }, at) =>
      SAY.test(lower) &&
      /^журналистам$/u.test(tokens[at + 1]?.lower ?? '') &&
      (at > title ? !tokens.slice(title, at).some(({ text }) => text === ',') : title - at <= 5),
  );
