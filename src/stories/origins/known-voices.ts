/** Who is known by a name of their own: agencies, papers, stations, offices of the world. */

import type { SourceKind } from '../../domain/source.ts';

/** Somebody the world's news goes back to who is known by a name of its own. */
export interface KnownVoice {
  readonly id: string;
  /** The name people read. */
  readonly name: string;
  readonly kind: SourceKind;
  /** The state it belongs to, by its id in states.ts; null: none. */
  readonly state: string | null;
  readonly names: readonly string[];
  /** Hosts of its own site. */
  readonly hosts: readonly string[];
}

type Row = readonly [name: string, kind: SourceKind, state: string | null, names: string, hosts: string];

const ROWS: readonly Row[] = [
  [
    'KCNA',
    'state-agency',
    'north-korea',
    'KCNA, Korean Central News Agency, North Korean Central News Agency, ЦТАК, Центральное телеграфное агентство Кореи, ' +
      '조선중앙통신, 중앙통신, 朝鮮中央通信, 朝中社, 朝中社電, 朝鲜中央通讯社, 朝鲜中央通信',
    'kcna.kp kcna.co.jp',
  ],
  [
    'Rodong Sinmun',
    'state-press',
    'north-korea',
    'Rodong Sinmun, Нодон синмун, 로동신문, 노동신문, 労働新聞, 劳动新闻',
    'rodong.rep.kp',
  ],
  [
    'KCTV',
    'state-press',
    'north-korea',
    'KCTV, Korean Central Television, Центральное телевидение Кореи, 조선중앙TV',
    '',
  ],
  [
    'TASS',
    'state-agency',
    'russia',
    'TASS, ITAR-TASS, ТАСС, ИТАР-ТАСС, 타스, 타스통신, 따스통신, タス通信, 塔斯社',
    'tass.com tass.ru',
  ],
  [
    'RIA Novosti',
    'state-agency',
    'russia',
    'RIA Novosti, RIA, РИА Новости, РИА, 리아노보스티, 리아 노보스티, ノーボスチ, 俄新社',
    'ria.ru',
  ],
  ['Sputnik', 'state-agency', 'russia', 'Sputnik news agency, Sputnik news, 스푸트니크', 'sputniknews.com'],
  ['Rossiyskaya Gazeta', 'state-press', 'russia', 'Rossiyskaya Gazeta, Российская газета', 'rg.ru'],
  [
    'Interfax',
    'agency',
    'russia',
    'Interfax, Интерфакс, 인테르팍스, 인터팍스, インタファクス, 国际文传',
    'interfax.ru interfax.com',
  ],
  [
    'Yonhap',
    'agency',
    'south-korea',
    'Yonhap, Yonhap News, Yonhap News Agency, Ренхап, Рёнхап, Ёнхап, 연합뉴스, 聯合ニュース, 韩联社',
    'yna.co.kr',
  ],
  ['Newsis', 'agency', 'south-korea', 'Newsis, 뉴시스', 'newsis.com'],
  [
    'Xinhua',
    'state-agency',
    'china',
    'Xinhua, Xinhua News Agency, Синьхуа, 신화통신, 新華社, 新华社',
    'xinhuanet.com news.cn',
  ],
  ['CCTV', 'state-press', 'china', 'CCTV, China Central Television, 央视', 'cctv.com'],
  ['Global Times', 'state-press', 'china', 'Global Times, 环球时报, 환구시보', 'globaltimes.cn'],
  ['Kyodo', 'agency', 'japan', 'Kyodo, Kyodo News, Киодо, 교도통신, 共同通信', 'kyodonews.net'],
  ['Jiji', 'agency', 'japan', 'Jiji Press, 지지통신, 時事通信', 'jiji.com'],
  ['NHK', 'broadcaster', 'japan', 'NHK', 'nhk.or.jp'],
  [
    'Reuters',
    'agency',
    null,
    'Reuters, Рейтер, Reuter, 로이터, 로이터통신, ロイター, 路透社, 路透',
    'reuters.com',
  ],
  [
    'AP',
    'agency',
    null,
    'Associated Press, The Associated Press, AP, Ассошиэйтед Пресс, AP통신, AP通信, 美联社',
    'apnews.com',
  ],
  ['AFP', 'agency', 'france', 'AFP, Agence France-Presse, Франс Пресс, AFP통신, AFP通信, 法新社', 'afp.com'],
  ['dpa', 'agency', 'germany', 'DPA, Deutsche Presse-Agentur', 'dpa.com'],
  ['UPI', 'agency', null, 'UPI, United Press International', 'upi.com'],
  ['Bloomberg', 'agency', null, 'Bloomberg, Bloomberg News, Блумберг, 블룸버그', 'bloomberg.com'],
  ['EFE', 'agency', 'spain', 'EFE, Agencia EFE', 'efe.com'],
  ['ANSA', 'agency', 'italy', 'ANSA', 'ansa.it'],
  ['BelTA', 'state-agency', 'belarus', 'BelTA, БелТА, 벨타', 'belta.by'],
  ['Ukrinform', 'state-agency', 'ukraine', 'Ukrinform, Укринформ, 우크린포름', 'ukrinform.net ukrinform.ua'],
  ['IRNA', 'state-agency', 'iran', 'IRNA, Islamic Republic News Agency, ИРНА', 'irna.ir'],
  ['SANA', 'state-agency', 'syria', 'SANA, Syrian Arab News Agency, САНА', 'sana.sy'],
  ['Anadolu', 'state-agency', 'turkey', 'Anadolu Agency, Anadolu, Анадолу', 'aa.com.tr'],
  ['Press Association', 'agency', null, 'Press Association, PA Media', ''],
  [
    'New York Times',
    'press',
    null,
    'New York Times, The New York Times, Нью-Йорк таймс, 뉴욕타임스',
    'nytimes.com',
  ],
  [
    'Washington Post',
    'press',
    null,
    'Washington Post, The Washington Post, Вашингтон пост, 워싱턴포스트',
    'washingtonpost.com',
  ],
  [
    'Wall Street Journal',
    'press',
    null,
    'Wall Street Journal, The Wall Street Journal, 월스트리트저널',
    'wsj.com',
  ],
  ['Financial Times', 'press', null, 'Financial Times, 파이낸셜타임스', 'ft.com'],
  ['BBC', 'broadcaster', null, 'BBC, BBC News, Би-би-си', 'bbc.com bbc.co.uk'],
  ['CNN', 'broadcaster', null, 'CNN, Си-эн-эн', 'cnn.com'],
  ['NBC', 'broadcaster', null, 'NBC, NBC News', 'nbcnews.com'],
  ['ABC News', 'broadcaster', null, 'ABC News', 'abcnews.go.com'],
  ['CBS', 'broadcaster', null, 'CBS, CBS News', 'cbsnews.com'],
  ['Fox News', 'broadcaster', null, 'Fox News', 'foxnews.com'],
  ['TMZ', 'press', null, 'TMZ', 'tmz.com'],
  ['ESPN', 'broadcaster', null, 'ESPN', 'espn.com'],
  [
    'Kremlin',
    'government',
    'russia',
    'Kremlin, Кремль, 크렘린, 크렘린궁, クレムリン, 克里姆林宫',
    'kremlin.ru',
  ],
  [
    'White House',
    'government',
    'united-states',
    'White House, Белый дом, 백악관, ホワイトハウス, 白宫',
    'whitehouse.gov',
  ],
  ['Pentagon', 'government', 'united-states', 'Pentagon, Пентагон, 펜타곤, 五角大楼', 'defense.gov'],
  [
    'US State Department',
    'government',
    'united-states',
    'US State Department, U.S. State Department, State Department, Госдеп, Госдепартамент, 미 국무부, 미국 국무부',
    'state.gov',
  ],
  ['FBI', 'government', 'united-states', 'FBI, Federal Bureau of Investigation, ФБР', 'fbi.gov'],
  ['NASA', 'government', 'united-states', 'NASA, НАСА', 'nasa.gov'],
  [
    'United Nations',
    'international-body',
    null,
    'United Nations, UN, U.N., ООН, 유엔, 国連, 联合国',
    'un.org',
  ],
  ['NATO', 'international-body', null, 'NATO, НАТО, 나토', 'nato.int'],
  [
    'IAEA',
    'international-body',
    null,
    'IAEA, International Atomic Energy Agency, МАГАТЭ, 국제원자력기구',
    'iaea.org',
  ],
  [
    'WHO',
    'international-body',
    null,
    'World Health Organization, World Health Organisation, ВОЗ, 세계보건기구',
    'who.int',
  ],
  ['European Commission', 'international-body', null, 'European Commission, Еврокомиссия', 'ec.europa.eu'],
  [
    'US Geological Survey',
    'government',
    'united-states',
    'US Geological Survey, U.S. Geological Survey, USGS',
    'usgs.gov',
  ],
  [
    'South Korean Joint Chiefs of Staff',
    'government',
    'south-korea',
    "South Korea's Joint Chiefs of Staff, South Korean Joint Chiefs of Staff",
    '',
  ],
];

/** Agencies, papers, stations and offices that are cited across languages, each with its names in them. */
export const KNOWN_VOICES: readonly KnownVoice[] = ROWS.map(([name, kind, state, names, hosts]) => ({
  id: name.toLowerCase().replaceAll(' ', '-'),
  name,
  kind,
  state,
  names: names.split(', '),
  hosts: hosts.split(' ').filter(Boolean),
}));
