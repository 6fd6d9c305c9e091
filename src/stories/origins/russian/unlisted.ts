/** Which bodies a Russian sentence names by a name alone, or by their number. */

import { nameOf, type Phrase, type Token } from '../tokens.ts';
import { bodyVoice, voiceNamed } from '../voice.ts';
import { RUSSIAN_FIELDS } from './body-words.ts';
import { BY, SAY, TITLES } from './words.ts';

/** Who speaks with one voice: двух министерств труда, обе стороны. */
export function jointAt(tokens: readonly Token[], from: number): Phrase | null {
  if (!/^(?:дв(?:а|е|ух)|об(?:а|е|оих|еих)|тр(?:и|ёх|ех))$/u.test(tokens[from]?.lower ?? '')) return null;
  const at = JOINED.test(tokens[from + 1]?.lower ?? '') ? from + 1 : from + 2;
  if (!JOINED.test(tokens[at]?.lower ?? '')) return null;
  const to = isField(tokens[at + 1]) ? at + 1 : at;
  const kind = /^(?:министерств|правительств|ведомств)/u.test(tokens[at]?.lower ?? '')
    ? 'government'
    : 'other';
  return { from, to, bare: false, voice: bodyVoice(nameOf(tokens, from, to), kind, ['joint'], []) };
}

const JOINED =
  /^(?:сторон|министерств|министр|правительств|стран|государств|ведомств|компани|лидер|президент|премьер|профсоюз)\p{Ll}{0,3}$/u;

/** Завод «Кармаш», движение «Чистый берег»: whatever it is, by the name in quotation marks. */
export function titledAt(tokens: readonly Token[], at: number): Phrase | null {
  const { text: sort = '', lower = '' } = tokens[at] ?? {};
  if (tokens[at + 1]?.text !== '«' || TITLES.test(lower) || BY.test(lower)) return null;
  // Обещает сыграть «Мельницу»: no sort of body is an infinitive.
  if ((!/^\p{Ll}{4,}$/u.test(sort) && at > 0) || /(?:ть|ти)$/u.test(lower)) return null;
  const close = tokens.findIndex(({ text }, place) => place > at + 1 && place - at < 7 && text === '»');
  const words = tokens.slice(at + 2, close).map(({ text }) => text);
  if (close < 0 || !isCapital(words[0] ?? '') || words.some((word) => !/^[\p{L}\p{N}-]+$/u.test(word)))
    return null;
  return { from: at, to: close, bare: false, voice: voiceNamed(words.join(' ')) };
}

/** «По данным «Берега»», «сообщили в «Береге»»: a firm that nothing else is said of. */
export function quotedAt(tokens: readonly Token[], at: number): Phrase | null {
  const before = tokens[at - 1]?.lower ?? '';
  if (tokens[at]?.text !== '«' || !(before === 'в' ? SAY.has(tokens[at - 2]?.lower ?? '') : BY.test(before)))
    return null;
  const close = tokens.findIndex(({ text }, place) => place > at && place - at < 5 && text === '»');
  const words = tokens.slice(at + 1, close).map(({ text }) => text);
  if (
    close < 0 ||
    !words.every((word, place) => /^[\p{L}\p{N}-]+$/u.test(word) && (place > 0 || isCapital(word)))
  )
    return null;
  return { from: at, to: close, bare: false, voice: voiceNamed(words.join(' ')) };
}

/** An agency or a body by its initials: ТНА. */
export function initialsAt(tokens: readonly Token[], at: number): Phrase | null {
  const { text = '' } = tokens[at] ?? {};
  const isInitials = /^[А-ЯЁ]{3,6}$/u.test(text) && !NO_INITIALS.has(text);
  const isAlone = [tokens[at - 1], tokens[at + 1]].every((next) => !next || !/^[А-ЯЁ]{2,}$/u.test(next.text));
  return isInitials && isAlone ? { from: at, to: at, bare: false, voice: voiceNamed(text) } : null;
}

/** Capitals that are no bodies. */
const NO_INITIALS: ReadonlySet<string> = new Set(
  'СМИ ТВ ФИО США СССР КНР КНДР ОАЭ ЮАР ДТП ВВП НДС ЛЭП АЭС ТЭЦ ГЭС ДНК ВИЧ СВО МСК'.split(' '),
);

const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text);

/** A word that says the field of a body: обороны. */
export const isField = (token: Token | undefined): boolean =>
  token !== undefined && RUSSIAN_FIELDS.some(([beginning]) => beginning.test(token.lower));
