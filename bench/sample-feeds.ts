import { diceOf } from './dice.ts';

/** What the sample feeds are made of: invented places and people, in three languages. */
interface Vocabulary {
  readonly language: string;
  readonly places: readonly string[];
  readonly people: readonly string[];
  readonly deeds: readonly string[];
  readonly things: readonly string[];
  readonly endings: readonly string[];
  /** Names of both sides of the shipped topic, as they stand in a sentence. */
  readonly onTopic: readonly string[];
}

const ENGLISH: Vocabulary = {
  language: 'en',
  places: [
    'Port Ellory',
    'Lower Imber',
    'Caldmoor',
    'the Isles of Brae',
    'Skerry Holm',
    'Tansy Vale',
    'Gull Point',
  ],
  people: [
    'Marta Quillfeather',
    'the harbour board',
    'Ansel Thorne',
    'a panel of growers',
    'Zoë Märklin',
    'the pilots',
  ],
  deeds: [
    'has opened',
    'wants to mend',
    'will not pay for',
    'counted',
    'has put off',
    'agreed on',
    'doubts',
    'paints',
  ],
  things: [
    'the new lock',
    'a second ferry',
    'the herring quota',
    'forty barges of barley',
    'an orchard of old pears',
    'the bell',
  ],
  endings: [
    'before the thaw',
    'for the third time this year',
    'without a word',
    'at half the price',
    'by May',
    'in the rain',
  ],
  onTopic: [
    'Moscow and Pyongyang stand on the signpost at Gull Point, between Russia and North Korea on the old map.',
    'The atlas of Caldmoor has a page on North Korea beside the one on the Kursk Region of Russia.',
  ],
};

const RUSSIAN: Vocabulary = {
  language: 'ru',
  places: ['в Заозёрске', 'на Верхней Пристани', 'в Маячном', 'у мыса Дальнего', 'в Нижних Ключах'],
  people: ['Егор Студенцов', 'артель «Северная»', 'городской совет', 'Тихон Зыбин', 'школьники'],
  deeds: ['открыли', 'пересчитали', 'починили', 'обсуждают', 'отложили', 'покрасили'],
  things: [
    'каток',
    'новый причал',
    'квоту на корюшку',
    'автобусный рейс',
    'старый колокол',
    'лодочную станцию',
  ],
  endings: ['до оттепели', 'в третий раз за год', 'за полцены', 'к маю', 'без лишних слов'],
  onTopic: ['На карте в школе Маячного рядом отмечены Москва и Пхеньян, Россия и Северная Корея.'],
};

const KOREAN: Vocabulary = {
  language: 'ko',
  places: ['하늘나루에서', '돌다리 마을에서', '솔고개에서', '은모래에서'],
  people: ['주민들이', '나루터 조합이', '윤하람 씨가', '학생들이'],
  deeds: ['다시 열었다', '고쳤다', '미뤘다', '세어 봤다', '칠했다'],
  things: ['겨울 장터를', '낡은 나룻배를', '얼음 낚시터를', '마을 종을', '배나무 밭을'],
  endings: ['봄이 오기 전에', '올해 세 번째로', '말없이', '반값으로'],
  onTopic: ['은모래 학교 지도에는 러시아 쿠르스크와 북한 평양이 나란히 있다.'],
};

/**
 * The document of a feed of invented news. The same number and moment always give the same bytes.
 *
 * @param number seeds the feed; it also settles language (8 of 10 English) and format (RSS 2.0 or Atom).
 * @param items how many items it holds, an hour apart, the newest an hour before `now`; 1 in 25 is on the shipped topic.
 */
export function sampleFeed(number: number, items: number, now: Date): string {
  const dice = diceOf(number);
  const vocabulary = number % 10 === 8 ? RUSSIAN : number % 10 === 9 ? KOREAN : ENGLISH;
  const entries = Array.from({ length: items }, (_, index): SampleItem => {
    const title = sentence(vocabulary, dice);
    const body = Array.from({ length: 6 + Math.floor(dice() * 8) }, () => sentence(vocabulary, dice));
    if (dice() < 1 / 25) body.splice(1, 0, pick(vocabulary.onTopic, dice));
    const half = Math.ceil(body.length / 2);
    const paragraphs = [body.slice(0, half).join(' '), body.slice(half).join(' ')];
    return {
      title: title.slice(0, -1),
      url: `https://outlet-${number}.example/news/${index}-${Math.floor(dice() * 1e6)}`,
      date: new Date(now.getTime() - (index + 1) * 3_600_000),
      html: `<p>${paragraphs[0]}</p>\n<p>${paragraphs[1]} <a href="/more?from=feed&amp;item=${index}">More</a></p>`,
    };
  });
  const head = {
    title: `Outlet ${number}`,
    url: `https://outlet-${number}.example/`,
    language: vocabulary.language,
  };
  return number % 4 === 3 ? atom(head, entries, now) : rss(head, entries);
}

interface SampleItem {
  readonly title: string;
  readonly url: string;
  readonly date: Date;
  readonly html: string;
}

interface Head {
  readonly title: string;
  readonly url: string;
  readonly language: string;
}

const rss = (head: Head, items: readonly SampleItem[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>${head.title}</title><link>${head.url}</link><description>News of invented places</description><language>${head.language}</language>
${items
  .map(
    ({
      title,
      url,
      date,
      html,
    }) => `<item><title>${title}</title><link>${url}</link><guid isPermaLink="false">${url}</guid>
<pubDate>${date.toUTCString()}</pubDate><dc:creator>The desk</dc:creator><category>News</category>
<description><![CDATA[${html}]]></description></item>`,
  )
  .join('\n')}
</channel></rss>
`;

const atom = (
  head: Head,
  items: readonly SampleItem[],
  now: Date,
): string => `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${head.language}">
<title>${head.title}</title><id>${head.url}</id><link href="${head.url}"/><updated>${now.toISOString()}</updated><author><name>The desk</name></author>
${items
  .map(
    ({ title, url, date, html }) => `<entry><title>${title}</title><id>${url}</id><link href="${url}"/>
<updated>${date.toISOString()}</updated><category term="news"/>
<content type="html">${html.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</content></entry>`,
  )
  .join('\n')}
</feed>
`;

function sentence(
  { places, people, deeds, things, endings, language }: Vocabulary,
  dice: () => number,
): string {
  const [place, person, deed, thing, ending] = [places, people, deeds, things, endings].map((list) =>
    pick(list, dice),
  );
  if (language === 'ko') return `${place} ${person} ${ending} ${thing} ${deed}.`;
  const year = 1900 + Math.floor(dice() * 120);
  return language === 'ru'
    ? `${person} ${place} ${deed} ${thing} ${ending}, как и в ${year} году.`
    : `In ${place} ${person} ${deed} ${thing} ${ending}, as in ${year}.`;
}

function pick<T>(list: readonly T[], dice: () => number): T {
  const one = list[Math.floor(dice() * list.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}
