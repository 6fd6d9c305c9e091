import type { ConceptKind } from '../../domain/topic.ts';

/** Words that tell what a name of several words is the name of. English and Russian, with their endings. */
const HEADS: readonly (readonly [ConceptKind, RegExp])[] = [
  [
    'organisation',
    /^(?:Ministry|Agency|Council|Committee|University|Museum|Bank|Company|Corp|Corporation|Inc|Ltd|Plc|PLC|Co|Party|Army|Navy|Force|Forces|Union|Association|Organi[sz]ation|Commission|Institute|Department|Service|Office|Authority|Group|Board|Exchange|Federation|Parliament|Congress|Senate|Court|Fund|Bureau|Cent(?:er|re)|Foundation|Society|Police|Academy|Assembly|Fleet|Command|Administration|Directorate|Times|News|Airlines?|Airways|Lines?|Industries|Motors|Reserve|Treasury|House|Cabinet)$/,
  ],
  [
    'organisation',
    /^(?:Мин(?!ск)\p{Ll}+|Агентств|Университет|Банк|Совет|Комитет|Дум|Парти|Арми|Союз|Организаци|Комисси|Институт|Министерств|Служб|Фонд|Академи[яию]|Суд|Центробанк|Управлени|Департамент|Бюро|Корпораци|Компани|Федераци|Ассоциаци|Парламент|Ассамбле|Флот|Командовани|Администраци|Дирекци|Центр|Ведомств|Завод|Комбинат|Фабрик|Театр|Больниц|Библиотек|Газет)\p{Ll}*$/u,
  ],
  [
    'place',
    /^(?:Region|Oblast|City|Province|River|Sea|Ocean|Isl(?:es?|ands?)|Port|Bay|Gulf|Strait|Street|Bridge|Square|Alley|Peninsula|County|Valley|Mountains?|Mount|Lake|Airport|Canal|Harbou?r|Coast|District|State|Desert|Cape|Park|Cathedral|Palace|Town|Fort|Saint|San)$/,
  ],
  [
    'place',
    /^(?:Област|Край|Кра|Город|Рек|Мор|Остров|Залив|Площад|Алле|Мост|Порт|Район|Проспект|Улиц|Озер|Гор[аеуы]|Мыс|Форт)\p{Ll}*$/u,
  ],
  [
    'event',
    /^(?:War|Summit|Festival|Conference|Forum|Games|Cup|Operation|Battle|Exercise|Olympics|Round|Talks|Ceremony|Revolution|Day|Treaty|Agreement|Pact|Accord)$/,
  ],
  ['event', /^(?:Войн|Саммит|Фестивал|Форум|Конференци|Договор|Соглашени|Учени)\p{Ll}*$/u],
];

/** What a word says it is part of the name of, as it stands in names: Ministry, Bay, Службы. Null: nothing. */
export function kindOfWord(word: string): ConceptKind | null {
  return HEADS.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/** What a name is the name of, as far as a word of it tells; null: none does. @param words at least two tell anything */
export function kindByWords(words: readonly string[]): ConceptKind | null {
  if (words.length < 2) return null;
  // The head stands at the end (Kursk Region), or before its "of" (Ministry of Defence).
  return kindOfWord(words.at(-1) ?? '') ?? kindOfWord(words[0] ?? '');
}

/**
 * Words with a capital that are no names: months, days, and what begins a heading. In small letters. Without the cases of months
 * that are names: Марта, Мая, Августа.
 */
const NO_NAMES: ReadonlySet<string> = new Set(
  (
    'january february march april may june july august september october november december monday tuesday wednesday ' +
    'thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec god internet and the but mr mrs ms dr ' +
    'январь января февраль февраля март апрель апреля май июнь июня июль июля август сентябрь сентября ' +
    'октябрь октября ноябрь ноября декабрь декабря'
  ).split(' '),
);

/** Adjectives that are part of names and none by themselves: Northern Isles Council. */
const OF_PLACES: ReadonlySet<string> = new Set(
  'western eastern northern southern west east european asian african'.split(' '),
);

/** @param isPart other words with capitals stand beside it */
export function isNoName(word: string, isPart = false): boolean {
  const small = word.toLowerCase();
  return NO_NAMES.has(small) || (!isPart && OF_PLACES.has(small));
}

/**
 * What belongs to the name of a Russian body behind its first words, since only these have capitals: “ водных путей” behind
 * Служба. Empty: it is none, or nothing follows.
 *
 * @param last word of the name so far, which ends there in the text
 */
export function restOfBody(last: string, text: string, end: number): string {
  if (kindOfWord(last) !== 'organisation') return '';
  const tail =
    /^(?: \p{Ll}{2,}(?:ой|ых|их|ого|его|ей|ий|ии|ов|ев|ам|а|я|ы|и)(?![\p{L}])){1,3}(?:(?<=[ыи]х) \p{Ll}+)?/u;
  return tail.exec(text.slice(end, end + 60))?.[0] ?? '';
}
