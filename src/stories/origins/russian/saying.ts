/** Whether a verb of saying belongs to a voice in a Russian sentence. */

import type { Token } from '../tokens.ts';
import { BETWEEN, BY, DEEDS_TOO, OPINION, QUOTING, SAY } from './words.ts';

/** «Сообщает ТАСС», «сообщили журналистам в Министерстве обороны», «говорится в сообщении МЧС». */
export function isAfterVerb(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= 0 && from - at <= 6; at -= 1) {
    const { lower, text } = tokens[at] ?? { lower: '', text: '' };
    if (SAY.has(lower)) return !QUOTING.has(lower) && (!OPINION.test(lower) || tokens[at - 1]?.text === ',');
    if (lower === 'следует' && tokens[at + 1]?.lower === 'из') return true;
    // To whom it was said: рассказали Радио Карск в министерстве.
    const isRecipient = tokens[from - 1]?.lower === 'в' && /^\p{Lu}/u.test(text);
    if (!BETWEEN.test(lower) && !isRecipient && !isAdjective(lower) && !/^[«»"]$/u.test(text)) return false;
  }
  return false;
}

/** What a body is told by: в пресс-службе приозёрского МИД, угольной компании. */
const isAdjective = (lower: string): boolean => /(?:ского|ской|ском|ной|ного|ном)$/u.test(lower);

/** «По данным МЧС», «по словам представителя полиции», «со ссылкой на Минобороны». */
export function isByWord(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= 0 && from - at <= 4; at -= 1) {
    const lower = tokens[at]?.lower ?? '';
    const before = tokens[at - 1]?.lower ?? '';
    if (BY.test(lower) && /^(?:по|согласно|предварительным)$/u.test(before)) return true;
    if (lower === 'согласно') return true;
    if (lower === 'на' && (before === 'ссылкой' || before === 'ссылаясь')) return true;
    if (!BETWEEN.test(lower)) return false;
  }
  return false;
}

/** «Минобороны сообщило», «в прокуратуре сообщили», «на заводе «Кармаш» заявили», «компания «Порт» в среду заявила». */
export function isBeforeVerb(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]?.lower ?? '';
  if (/^(?:с|со|от|у|к|для|против|над|под|о|об|перед|между|из|за|через|при|после|до|и)$/u.test(before))
    return false;
  for (let at = to + 1; at < tokens.length && at - to <= 6; at += 1) {
    const { lower, text } = tokens[at] ?? { lower: '', text: '' };
    // Those who speak somewhere are not named: на заводе заявили.
    if (SAY.has(lower)) return (before !== 'на' || lower.endsWith('ли')) && isSaying(tokens, at);
    const last = tokens[at - 1]?.lower;
    const isPlace = last === 'в' && /^\p{Lu}/u.test(text);
    const isCited = last === 'на' && tokens[at - 2]?.lower === 'ссылкой';
    if (!BETWEEN.test(lower) && !/^[«»"—–(]$/u.test(text) && !isPlace && !isCited) return false;
    // A clause begins: what it says is said of something else.
    if (lower === 'что' || lower === 'как') return false;
  }
  return false;
}

/** The verb tells what somebody says: no deed, and nothing that was left unsaid. */
export const isSaying = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.lower !== 'не' &&
  (!QUOTING.has(tokens[at]?.lower ?? '') || tokens.slice(at + 1, at + NEAR).some(isQuotation)) &&
  (!DEEDS_TOO.test(tokens[at]?.lower ?? '') ||
    /^(?:[,:.«—–]|о|об|что|заявлен\p{Ll}+|отчёт\p{Ll}*|данны\p{Ll}+|сообщен\p{Ll}+)$/u.test(
      tokens[at + 1]?.lower ?? '.',
    ));

/** What belongs to a verb stands no further behind it. */
const NEAR = 14;
/** The beginning of words in quotation marks: names begin with a capital. */
const isQuotation = ({ text }: Token, at: number, tokens: readonly Token[]): boolean =>
  /^[«„“"]$/u.test(text) && /^\p{Ll}/u.test(tokens[at + 1]?.text ?? '');
