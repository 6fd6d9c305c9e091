/** Which names of persons stand in a Russian sentence, and how they are in the nominative. */

import type { Token } from '../tokens.ts';
import { SAY, TITLES } from './words.ts';

/** The name of a person, or a part of it, as it stands in a sentence. */
export interface NameFound {
  readonly words: readonly string[];
  /** From its first token to its last. */
  readonly from: number;
  readonly to: number;
  /** What its bearer is, as it stands before the name: губернатора. */
  readonly title: string | null;
}

const NAME = /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u;
/** Behind these a capital is no name of a person: Карская область. */
const REGION = /^(?:област|кра[йяею]|район|округ|республик)/u;
const NO_NAMES =
  /^(?:об|по|в|во|на|с|со|из|от|к|о|у|и|а|но|как|при|для|за|до|он|она|они|оно|это|его|её|ее|их|все|мы|я|вы)$/u;

/** The names of a sentence that persons may bear, in its order, of one word or more. */
export function namesIn(tokens: readonly Token[]): readonly NameFound[] {
  const found: NameFound[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isNamePart(tokens[at])) continue;
    let to = at;
    while (isNamePart(tokens[to + 1])) to += 1;
    const isTitle = tokens[at - 1]?.text === '«' && tokens[to + 1]?.text === '»';
    if (!isTitle && !REGION.test(tokens[to + 1]?.lower ?? '')) found.push(nameIn(tokens, at, to));
    at = to;
  }
  return found;
}

const isNamePart = (token: Token | undefined): boolean =>
  token !== undefined &&
  NAME.test(token.text) &&
  !NO_NAMES.test(token.lower) &&
  !TITLES.test(token.lower) &&
  // Сборная Раменки, Северный порт: no name that opens a sentence is an adjective.
  !(token.start === 0 && /(?:ая|ое|ые|ый|ный|ский)$/u.test(token.lower));

function nameIn(tokens: readonly Token[], start: number, to: number): NameFound {
  const run = tokens.slice(start, to + 1).map(({ text }) => text);
  // Пак Тон Ир: three syllables are one name; of three longer words the first is whose office it is.
  const words = run.length < 3 || run.every((word) => word.length <= 4) ? run : run.slice(-2);
  const from = to - words.length + 1;
  const title = tokens.slice(describedFrom(tokens, start), start).findLast(({ lower }) => TITLES.test(lower));
  return { words, from, to, title: title?.lower ?? null };
}

/** What may stand between a verb and a name, as what its bearer is: a title with all that belongs to it. */
const MOST_DESCRIBING = 12;

/** Where what stands before a name begins: «главный врач городской больницы», «директор «Берега»», «мэр Карска». */
export function describedFrom(tokens: readonly Token[], name: number): number {
  let from = name;
  while (from > 0 && name - from < MOST_DESCRIBING && isDescribing(tokens[from - 1])) from -= 1;
  return from;
}

const isDescribing = (token: Token | undefined): boolean =>
  token !== undefined &&
  /^(?:[\p{L}\p{N}]|[«»-]$)/u.test(token.text) &&
  !SAY.has(token.lower) &&
  !/^(?:что|как|о|об|обо|про|чтобы|когда|если|который|которая|и|а|но|с|со|от|для|у)$/u.test(token.lower);

/** Men whose names end like women's. */
const MEN = /^(?:Илья|Никита|Фома|Лука|Кузьма|Данила|Савва|Мустафа|Муса|Иса|Юра|Саша|Ваня|Миша|Коля|Петя)$/u;
const OBLIQUE = /(?:[ыую]|ом|[^аеё]ем|ой)$/u;

/** Whether a name stands in the nominative as far as its verb can tell: рассказала Нина Касьяр, сообщил Антон Седых. */
export function isSubjectOf(verb: string, [given = '']: readonly string[]): boolean {
  if (OBLIQUE.test(given)) return false;
  if (/л$/u.test(verb)) return MEN.test(given) || !/[ая]$/u.test(given);
  return !/ли$/u.test(verb);
}

/** Name and surname in the nominative, told from a surname in it, and both in another case: Острогин, Льва Острогина. */
export function fullName(surname: string, [given = '', declined = '']: readonly string[]): string {
  const name =
    declined !== surname && /[ая]$/u.test(given) && !/[ая]$/u.test(surname)
      ? (fromGenitive(`${given} ${declined}`).split(' ')[0] ?? given)
      : given.replace(/(?<=[бвгджзклмнпрстфхц])(?:ом|у)$/u, '').replace(/ой$/u, 'а');
  return `${name} ${surname}`;
}

const WOMAN = /[ыи]$/u;
/** Men whose names decline like women's: Никиты Серова. */
const SURNAME_OF_MAN = /(?:(?:[оеё]в|[иы]н)а|[сц]кого)$/u;
/** Names that lose a vowel. */
const FLEETING: Readonly<Record<string, string>> = { Льва: 'Лев', Павла: 'Павел', Петра: 'Пётр' };

/**
 * A name and surname in the nominative that stand in the genitive: Антона Седых, Греты Молль, Анны Рубцовой, Льва Берга. From one
 * form in a known case; from several forms in any, see text/russian-nominative.ts.
 */
export function fromGenitive(name: string): string {
  const [given = '', surname = ''] = name.split(' ');
  if (!WOMAN.test(given)) return `${givenOfMan(given)} ${surnameOfMan(surname)}`;
  const nominative = given.replace(/ы$|(?<=[гкхжшчщ])и$/u, 'а').replace(/и$/u, 'я');
  return `${nominative} ${SURNAME_OF_MAN.test(surname) ? surnameOfMan(surname) : surnameOfWoman(surname)}`;
}

const givenOfMan = (given: string): string =>
  FLEETING[given] ??
  given
    .replace(/(?<=[аеёиоуыэюя])я$/u, 'й')
    .replace(/я$/u, 'ь')
    .replace(/а$/u, '');

const surnameOfMan = (surname: string): string =>
  surname
    .replace(/(?<=[гкх])ого$|(?<=[жшчщ])его$/u, 'ий')
    .replace(/ого$/u, 'ый')
    .replace(/ы$/u, 'а')
    .replace(/(?<=[аеёиоуыэюя])я$/u, 'й')
    .replace(/(?<=[^аеёиоуыэюя])я$/u, 'ь')
    .replace(/(?<=[^аеёиоуыэюя])а$/u, '');

const surnameOfWoman = (surname: string): string =>
  surname.replace(/(?<=[оеё]в|[иы]н)ой$/u, 'а').replace(/(?<=[сц]к)ой$/u, 'ая');
