import type { Topic } from '../../src/domain/topic.ts';
import type { Readable } from '../../src/judge/learner.ts';

/** Articles of our own words about places that do not exist: five on the clearing of mines, and what else a paper prints. */

const article = (language: string, title: string, text: string): Readable => ({
  title,
  summary: '',
  text,
  language,
});

export const MINES = [
  article(
    'en',
    'Sappers clear minefields around Lower Varna',
    'Sappers have cleared two minefields near the village of Lower Varna, the regional demining office said. They destroyed 140 anti-tank mines and several cluster munitions. Farmers will be let back into the fields once the sappers have checked them a second time.',
  ),
  article(
    'en',
    'Deminers find unexploded shells under school yard',
    'Deminers who checked a school yard in Tarrow found eleven unexploded shells and a mine. The sappers blew them up in a quarry. The office for demining warned parents that more munitions may lie in the woods.',
  ),
  article(
    'en',
    'Mine clearance to take ten years, office says',
    'Clearing the mines of the border region will take ten years at the present pace, according to the demining office. It has 300 sappers and wants twice as many. Unexploded munitions killed nine people last year.',
  ),
  article(
    'en',
    'Dogs help sappers to search for mines in orchards',
    'Six dogs have begun to search orchards for mines. A dog smells explosives that detectors miss, the sappers explain. Every mine that is found is marked and blown up in the evening.',
  ),
  article(
    'en',
    'Robot digs up mines where sappers may not walk',
    'A tracked robot digs up anti-personnel mines on slopes that are too steep for sappers. The demining office rents it from the university. In its first week it cleared a field of unexploded munitions.',
  ),
] as const;

export const MORE_MINES = [
  article(
    'en',
    'Sapper hurt while clearing mines at Ostrey',
    'A sapper was hurt when a mine went off in a field near Ostrey. The demining office stopped the clearing of the minefield for a day. Two more mines were found beside it.',
  ),
  article(
    'en',
    'Volunteers trained to find unexploded munitions',
    'Forty volunteers are being trained to find and mark unexploded munitions. They will not touch a mine: that is left to the sappers of the demining office.',
  ),
] as const;

export const OTHER = [
  article(
    'en',
    'Wheat harvest better than expected',
    'The wheat harvest in the plains came to four million tonnes, the ministry of agriculture said. Prices at the exchange fell. Exporters hope for a good autumn.',
  ),
  article(
    'en',
    'Harbour Rovers win the cup on penalties',
    'Harbour Rovers beat Dale United on penalties to win the cup. The goalkeeper saved three shots. Thousands of supporters filled the streets.',
  ),
  article(
    'en',
    'Parliament debates the budget until midnight',
    'Members of parliament debated the budget until midnight. The opposition wants lower taxes on fuel. The vote is expected on Thursday.',
  ),
  article(
    'en',
    'Coal mine to close after ninety years',
    'The last coal mine of the valley will close in March. The company says the seam is exhausted. The 800 miners have been promised other work.',
  ),
  article(
    'en',
    'Central bank keeps the rate at four per cent',
    'The central bank kept its rate at four per cent, as most economists had expected. Inflation slowed in May. The currency hardly moved.',
  ),
  article(
    'en',
    'New tram line opens in the capital',
    'The mayor opened a tram line between the station and the university. It took five years to build. Tickets are free for a week.',
  ),
  article(
    'en',
    'Storm tears roofs off houses on the coast',
    'A storm tore the roofs off forty houses on the coast. Nobody was hurt. The fire brigade cleared fallen trees from the roads all night.',
  ),
  article(
    'en',
    'Museum shows paintings found in an attic',
    'A museum shows twelve paintings that were found in an attic. Experts date them to the eighteenth century. The exhibition is open until June.',
  ),
] as const;

export const MINES_RU = [
  article(
    'ru',
    'Сапёры разминировали поля под Нижней Варной',
    'Сапёры разминировали два поля у деревни Нижняя Варна, сообщило управление по разминированию. Уничтожено 140 противотанковых мин. Фермеров пустят на поля после второй проверки.',
  ),
  article(
    'ru',
    'Под школьным двором нашли снаряды',
    'Сапёры проверили школьный двор в Тарроу и нашли одиннадцать неразорвавшихся снарядов и мину. Боеприпасы взорвали в карьере.',
  ),
  article(
    'ru',
    'На разминирование уйдёт десять лет',
    'Разминирование приграничья займёт десять лет, подсчитали в управлении. Там служат триста сапёров. В прошлом году от мин и неразорвавшихся боеприпасов погибли девять человек.',
  ),
  article(
    'ru',
    'Собаки ищут мины в садах',
    'Шесть собак ищут мины в садах. Собака чует взрывчатку, которую не замечает прибор, говорят сапёры. Каждую мину отмечают и вечером взрывают.',
  ),
] as const;

export const ONE_RU = article(
  'ru',
  'Сапёр ранен при разминировании поля у Острея',
  'Сапёр ранен взрывом мины на поле у Острея. Управление на день остановило разминирование. Рядом нашли ещё две мины.',
);
export const OTHER_RU = article(
  'ru',
  'Урожай пшеницы превзошёл ожидания',
  'На равнинах собрали четыре миллиона тонн пшеницы, сообщило министерство сельского хозяйства. Цены на бирже упали.',
);

export const MINES_KO = [
  article(
    'ko',
    '공병대, 아랫마을 지뢰밭 제거',
    '공병대가 아랫마을 주변의 지뢰밭 두 곳에서 지뢰를 제거했다고 지뢰제거본부가 발표했다. 대전차지뢰 140발을 폭파했다. 농민들은 두 번째 점검 뒤에 밭으로 돌아간다.',
  ),
  article(
    'ko',
    '학교 운동장서 불발탄 발견',
    '공병들이 학교 운동장을 점검하다가 불발탄 열한 발과 지뢰를 찾았다. 불발탄은 채석장에서 폭파했다.',
  ),
  article(
    'ko',
    '지뢰 제거에 10년 걸린다',
    '접경 지역의 지뢰를 모두 제거하는 데 10년이 걸린다고 지뢰제거본부가 밝혔다. 공병은 300명이다. 지난해 지뢰와 불발탄으로 아홉 명이 숨졌다.',
  ),
  article(
    'ko',
    '탐지견, 과수원에서 지뢰 찾는다',
    '탐지견 여섯 마리가 과수원에서 지뢰를 찾는다. 탐지기가 놓치는 폭약 냄새를 맡는다고 공병들은 말한다. 찾은 지뢰는 저녁에 폭파한다.',
  ),
] as const;

export const ONE_KO = article(
  'ko',
  '지뢰를 제거하던 공병 부상',
  '오스트레이 근처 밭에서 지뢰가 터져 공병이 다쳤다. 본부는 지뢰 제거를 하루 멈췄다. 옆에서 지뢰 두 발이 더 나왔다.',
);
export const OTHER_KO = article(
  'ko',
  '밀 수확 예상보다 좋아',
  '평야의 밀 수확량이 400만 톤에 이르렀다고 농업부가 발표했다. 거래소 가격은 내렸다.',
);

/** A topic that is given by examples only. */
export function topicOf(
  positive: readonly Readable[],
  more: Partial<Topic> = {},
  negative: readonly Readable[] = [],
): Topic {
  const example = ({ title, text, language }: Readable, at: number) => ({
    id: `${language}-${at + 1}`,
    title,
    text: text ?? '',
    language,
  });
  return {
    id: 'mine-clearing',
    title: 'Mine clearing',
    description: null,
    facets: [],
    concepts: [],
    tags: [],
    exclude: [],
    examples: { positive: positive.map(example), negative: negative.map(example) },
    thresholds: { accept: 'auto', review: 'auto' },
    breadth: 'normal',
    hash: 'of-mine-clearing',
    ...more,
  };
}
