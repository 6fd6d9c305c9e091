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
