/**
 * What the ending of a Russian word leaves open of its case, for words no dictionary has: names. `russian.ts` makes the cases of
 * a name from its nominative; this reads them.
 */

/** Gender (m, f; p: plural) and case (nominative, genitive, dative, accusative, instrumental, l: prepositional) of a word. */
type Reading = `${'m' | 'f' | 'p'}${'n' | 'g' | 'd' | 'a' | 'i' | 'l'}`;

/** Longest first; null: it may be any, since foreign names that end so stay as they are (Шойгу, Джимми, Седых). */
const READINGS: readonly (readonly [RegExp, readonly Reading[] | null])[] = [
  [/^.{1,2}$/u, null],
  [/(?:ии|области|республики)$/u, ['fg', 'fd', 'fl']],
  [/(?:[бвгджзйклмнпртфхчшщ]ска|цка|града|бурга)$/u, ['mg', 'ma']],
  [/(?:ого|его)$/u, ['mg', 'ma']],
  [/(?:ому|ему)$/u, ['md']],
  [/ой$/u, ['mn', 'fg', 'fd', 'fi', 'fl']],
  [/ей$/u, ['mn', 'fg', 'fd', 'fi', 'fl']],
  [/[ое]ю$/u, ['fi']],
  [/[оеыи]м$/u, ['mn', 'mi', 'ml', 'pd']],
  [/(?:ую|юю)$/u, ['fa']],
  [/(?:ая|яя)$/u, ['fn']],
  [/[ыи]й$/u, ['mn']],
  [/[ыи]х$/u, null],
  [/[ыи]е$/u, ['pn', 'pa']],
  [/[ая]$/u, ['fn', 'mg', 'ma']],
  [/(?:ы|[гкхжшщч]и)$/u, ['fg', 'pn', 'pa']],
  [/[аеёиоуыэюя]$/u, null],
  [/(?:[оеё]в|[иы]н|й)$/u, ['mn']],
  [/ь$/u, ['mn', 'fn', 'fa']],
  [/[а-яё]$/u, ['mn']],
];

/** Men’s names that look like women’s. */
const OF_MEN = new Set(
  'Никита Илья Фома Кузьма Лука Савва Данила Гаврила Миша Саша Костя Петя Ваня Коля'.split(' '),
);
/** A woman’s surname or second name that ends in a consonant stays as it is: Ольги Тарн. */
const MAY_STAY = /[бвгджзклмнпрстфхцчшщь]$(?<![оеё]в|[иы]н)/u;

function readingsOf(word: string, mayStay: boolean): readonly Reading[] | null {
  if (!/^[а-яё-]+$/iu.test(word)) return null;
  if (OF_MEN.has(word)) return ['mn'];
  const readings = READINGS.find(([ending]) => ending.test(word))?.[1] ?? null;
  if (readings === null || !mayStay || !MAY_STAY.test(word)) return readings;
  return [...readings, 'fn', 'fg', 'fd', 'fa', 'fi', 'fl'];
}

/**
 * Whether words may stand in one case and gender, as those of a name do: Глеб Осмин, but not Велморы Глеб.
 *
 * @param toSurname the last of them may be a surname
 */
export function mayAgree(words: readonly string[], toSurname = true): boolean {
  return agreements(words, toSurname).length > 0;
}

/** Whether words may stand in the nominative together. */
export function mayBeNominative(words: readonly string[]): boolean {
  return agreements(words, true).some((reading) => reading.endsWith('n'));
}

const ALL: readonly Reading[] = (['m', 'f', 'p'] as const).flatMap((gender) =>
  (['n', 'g', 'd', 'a', 'i', 'l'] as const).map((grammaticalCase): Reading => `${gender}${grammaticalCase}`),
);

function agreements(words: readonly string[], toSurname: boolean): readonly Reading[] {
  return words.reduce<readonly Reading[]>((left, word, at) => {
    const readings = readingsOf(word, toSurname && at > 0 && at === words.length - 1);
    return readings === null ? left : left.filter((one) => readings.includes(one));
  }, ALL);
}

/** Endings of nouns and adjectives, longest first. */
const ENDING =
  /(?:иями|[ыи]ми|[ая]ми|[ое]го|[ое]му|ией|[оеиы]й|[ое]ю|[оеиыая]м|[ая]х|[ую]ю|[ая]я|[оеыи]е|и[яию]|[аеёиоуыэюяьй])$/u;
/** A vowel that comes and goes: Кубок, Кубка; Павел, Павла; Череповец, Череповца. */
const FLEETING = /(?<=[бвгджзклмнпрстфхцчшщ])[оеё](?=[клц]$)/u;

/**
 * What all cases of a name's word have in common: Елисей, Елисея and Елисеем give one stem, as Snowball's, made for words of a
 * dictionary, do not. In small letters, without ё; no word of the language, and for different names not always different.
 */
export function nameStem(word: string): string {
  let stem = word.toLowerCase().replaceAll('ё', 'е');
  for (;;) {
    const shorter = stem.replace(ENDING, '');
    if (shorter.length < 2 || shorter === stem) break;
    stem = shorter;
  }
  return stem.replace(FLEETING, '');
}
