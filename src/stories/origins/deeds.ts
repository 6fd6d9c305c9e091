/** Words of titles by which people agree on, hold, give and open something; Russian ones are beginnings. */
const DEEDS = forms({
  en:
    'visit visits visited talks treaty agree agrees agreed agreement pact deal contract sign signs signed exercise exercises drill drills summit open opens opened ' +
    'unveil unveils unveiled award awards awarded order orders send sends aid deliver delivers buy buys sell sells strike arrive arrives arrived arrival ' +
    'reach reaches returned delegation donate donates donated gift concert',
  ru:
    'визит переговор договор соглашен подпис учени манёвр саммит открыт открыл наград помощ посет прибы вручи концерт делегаци обсуд встрет ' +
    'контракт',
  ko:
    '방문 회담 정상 조약 협정 합의 서명 계약 훈련 개막 개통 제막 시상 수여 지원 친선 경기 통화 도착 입항 반환 표창 공연 전달 기증 대표단 ' +
    '축제',
});
/** Words of titles by which something befalls people. */
const MISHAPS = forms({
  en:
    'kill kills killed dead die dies died death deaths injured injures fire blaze crash crashes quake earthquake flood floods flooded storm collapse collapses ' +
    'collapsed attack attacks spill spills avalanche outbreak missing missile missiles',
  ru: 'погиб пожар авари землетряс наводнен лавин взрыв ракет',
  ko: '사망 숨져 부상 화재 지진 홍수 사고 폭발 눈사태 미사일 발사',
});

/** Whole words of English, beginnings of Russian ones, Korean ones wherever they stand. */
function forms({ en, ru, ko }: Readonly<Record<'en' | 'ru' | 'ko', string>>): RegExp {
  const either = (words: string): string => words.split(' ').join('|');
  return new RegExp(`(?<!\\p{L})(?:(?:${either(en)})(?!\\p{L})|(?:${either(ru)}))|${either(ko)}`, 'iu');
}

/** Whether the titles of a story tell of something people do with one another, and of nothing that befalls them. */
export function isDeed(titles: readonly string[]): boolean {
  return titles.some((title) => DEEDS.test(title)) && !titles.some((title) => MISHAPS.test(title));
}
