/** Whether a story tells of what befalls people, or of what they do. */

/** Words of titles by which something befalls people; Russian ones are beginnings, or whole where they are short. */
const MISHAPS = forms({
  en:
    'kill kills killed dead die dies died death deaths injured injures hurt fire blaze wildfire crash crashes derails derailed aground collapse collapses collapsed ' +
    'quake earthquake tremor flood floods flooded storm typhoon hurricane avalanche landslide attack attacks shooting blast explosion spill spills outbreak cholera ' +
    'missing missile missiles escape escapes breakout blackout outage hack hacked cyber falls',
  ru:
    'погиб пострада ранен пожар горит сгор авари крушени сошёл сошел землетряс наводнен потоп лавин ураган шторм взрыв взорва стрельб перестрел ракет ' +
    'лихорадк холер вспышк эпидеми упал рухнул обруш посадк утечк взлом эвакуир',
  ko: '사망 숨져 부상 화재 지진 홍수 범람 침수 태풍 산사태 사고 폭발 붕괴 균열 눈사태 미사일 발사 정전 해킹 감염 콜레라 실종 탈옥 추락',
});

/** Whole words of English, beginnings of Russian ones, Korean ones wherever they stand. */
function forms({ en, ru, ko }: Readonly<Record<'en' | 'ru' | 'ko', string>>): RegExp {
  const either = (words: string): string => words.split(' ').join('|');
  return new RegExp(`(?<!\\p{L})(?:(?:${either(en)})(?!\\p{L})|(?:${either(ru)}))|${either(ko)}`, 'iu');
}

/** Whether the titles of a story tell of something that befalls people; else it is something that people do. */
export function isMishap(titles: readonly string[]): boolean {
  return titles.some((title) => MISHAPS.test(title));
}
