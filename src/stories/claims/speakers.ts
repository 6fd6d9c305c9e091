/** Who is quoted, where a sentence tells it. */

import type { Language } from '../../domain/time.ts';
import { roleBehind } from '../../text/names/roles.ts';
import type { Quotation } from './quotations.ts';

const ENGLISH_SAYS =
  '(?:said|says|added|adds|wrote|writes|recalled|recalls|explained|explains|noted|stated|warned|insisted|declared)';
const ENGLISH_NAME = "(\\p{Lu}[\\p{L}’'-]{1,30}(?: \\p{Lu}[\\p{L}’'-]{1,30}){1,3})";
/** What a name may be told by, between commas: Greta Moll, who leads the union, said. */
const APPOSITION = '(?:, [^,"“”]{2,60},)?';
const ENGLISH_BEHIND = [
  // Said Sava Valley resident Greta Moll: where somebody lives is no name of theirs.
  new RegExp(
    `^[,.]?\\s?${ENGLISH_SAYS} (?:\\p{Ll}[\\p{Ll}-]{1,20} ){0,4}(?:(?:\\p{Lu}[\\p{L}’'-]{1,30} ){1,4}\\p{Ll}[\\p{Ll}-]{2,20} )?${ENGLISH_NAME}`,
    'u',
  ),
  new RegExp(
    `^[,.]?\\s?(?:\\p{Ll}[\\p{Ll}-]{1,20} ){0,4}${ENGLISH_NAME}${APPOSITION} (?:${ENGLISH_SAYS}|told)(?!\\p{L})`,
    'u',
  ),
];
/** To whom, when or where it was said, up to the quotation: told reporters on Monday. */
const ENGLISH_BEFORE = new RegExp(
  `${ENGLISH_NAME}${APPOSITION} (?:${ENGLISH_SAYS}(?: (?:in|on|at|to)(?: [\\p{L}\\p{N}’'-]{1,20}){1,5})?|told(?: [\\p{L}\\p{N}’'-]{1,20}){1,5})[,:]?\\s$`,
  'u',
);

const RUSSIAN_SAYS =
  '(?:(?:сказал|заявил|отметил|рассказал|добавил|написал|пояснил|подчеркнул|вспомнил|объяснил|признал|уточнил)[аи]?|говорит|считает|вспоминает)';
/** Name and surname; Карской области Антон Седых ends in them. */
const RUSSIAN_NAME = '(\\p{Lu}\\p{Ll}{1,30} \\p{Lu}[\\p{Ll}-]{1,30})(?! \\p{Lu})';
const RUSSIAN_BEHIND = [
  new RegExp(`^[,.!?]?\\s?[—–-]\\s?${RUSSIAN_SAYS} (?:[\\p{L}«»-]{1,30} ){0,7}?${RUSSIAN_NAME}`, 'u'),
];
const RUSSIAN_BEFORE = new RegExp(`${RUSSIAN_NAME} ${RUSSIAN_SAYS}(?: [\\p{L}-]{1,30}){0,4}:\\s$`, 'u');

/** 김서윤 시장은 이날 "…"고: a name, what its bearer is, and the particle of a subject. */
const KOREAN_BEFORE =
  /(?<!\p{L})(\p{Script=Hangul}{2,4} (\p{Script=Hangul}{1,9}?))(?:은|는|이|가)(?: [^\s"“]{1,12}){0,3}\s?$/u;
const KOREAN_BEHIND = /^\s?(?:이?라고|이?라며|이?라면서|고|며|면서)/u;

/**
 * Who is quoted, by name, where the sentence says so right before or behind the words; null: it does not say, or only by a
 * pronoun or an office. Whoever is merely named in the sentence may be whom the words are about.
 */
export function speakerOf(
  sentence: string,
  { start, end }: Pick<Quotation, 'start' | 'end'>,
  language: Language,
): string | null {
  const [before, behind] = [sentence.slice(0, start), sentence.slice(end)];
  if (language === 'en') return named(behind, ENGLISH_BEHIND) ?? named(before, [ENGLISH_BEFORE]);
  if (language === 'ru') return named(behind, RUSSIAN_BEHIND) ?? named(before, [RUSSIAN_BEFORE]);
  if (language !== 'ko' || !KOREAN_BEHIND.test(behind)) return null;
  const [, name, office = ''] = KOREAN_BEFORE.exec(before) ?? [];
  return name !== undefined && roleBehind(office, 'ko') !== null ? name : null;
}

const named = (text: string, forms: readonly RegExp[]): string | null =>
  forms.flatMap((form) => form.exec(text)?.[1] ?? [])[0] ?? null;
