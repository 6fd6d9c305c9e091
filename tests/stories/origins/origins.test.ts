import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Concept } from '../../../src/domain/topic.ts';
import type { Account } from '../../../src/stories/account.ts';
import { origins } from '../../../src/stories/origins/origins.ts';
import { account } from './labelled.ts';

/** The names of whom one account goes back to. */
const named = (text: string, about: Partial<Account> = {}): readonly string[] =>
  origins([account(text, about)], []).origins.map(({ name }) => name);

describe('whom an English account goes back to', () => {
  it.each([
    ['The bridge opens in May, according to the Velmark Transport Ministry.', 'Velmark Transport Ministry'],
    ["Velmark's Defence Ministry said on Tuesday that nobody was hurt.", "Velmark's Defence Ministry"],
    ['Nobody was hurt, said the coast guard.', 'coast guard'],
    ['The press service of the Karsk police said two men were held.', 'Karsk police'],
    ['A spokeswoman for the Institute of Seismology said the quake was shallow.', 'Institute of Seismology'],
    ['The engine burned for 200 seconds, state news agency KCNA reported.', 'KCNA'],
    ['Citing TASS, regional media wrote that the ship had left.', 'TASS'],
    ['The mayor told the Lindholm Herald that the bridge was safe.', 'Lindholm Herald'],
    ['The ferry was late, Governor Anton Sedykh told reporters.', 'Anton Sedykh'],
    [
      'Norvik Bridges, which maintains the crossing, said in a statement that nothing was found.',
      'Norvik Bridges',
    ],
    ['The Velmark Coast Guard took 41 people off a ferry, it said in a statement.', 'Velmark Coast Guard'],
    ['Coastguard: 14 hurt on burning ferry.', 'Coastguard'],
    ['The plaque weighs 18 kilograms, sculptor Ada Rehn said.', 'Ada Rehn'],
    ['The strike starts on Wednesday, union leader Greta Moll said on Monday.', 'Greta Moll'],
    ['The strike starts on Wednesday, according to union leader Greta Moll.', 'Greta Moll'],
    ['Union leader Greta Moll said the strike would start on Wednesday.', 'Greta Moll'],
    ['“Such launches threaten shipping,” Governor Anton Sedykh said.', 'Anton Sedykh'],
    ['Two of the eight tanks are damaged, owners Tarn Shipping said.', 'Tarn Shipping'],
    ['It rose to 90 kilometres, the joint staff in Sundby said in a statement.', 'joint staff'],
    ['He was given a medal, the presidential press service said.', 'presidential press service'],
    ['Computers are out of use, the national cyber office said.', 'national cyber office'],
    ['City Buses, which carries 640,000 people a day, says the roster is fair.', 'City Buses'],
    ['No side door is open, said Under-Secretary Paula Renn.', 'Paula Renn'],
    ['Surgery was put off, said the city’s health director, Dr Amory Pell.', 'Amory Pell'],
    ['KARSK, May 3 — Trains run again, the railway authority said.', 'railway authority'],
  ])('%s', (text, name) => {
    expect(named(text)).toEqual([name]);
  });

  it.each([
    'According to the timetable, the next ferry leaves on Wednesday.',
    'Officials said the weather would clear by noon.',
    'According to Karsk authorities, the boat was stolen in May.',
    'REPORT: TEAM MAKES A HUGE OFFER',
    'Analysts say the engine may be meant for a satellite.',
    'The coast guard will publish a report within a month.',
    'The Defence Ministry declined to say who had signed.',
    'A man held by the Karsk police said he had slept badly.',
    '“This is a game,” said a Velmark military expert.',
    'The film ran on German television.',
  ])('nobody: %s', (text) => {
    expect(named(text)).toEqual([]);
  });
});

describe('whom a Russian account goes back to', () => {
  it.each([
    ['Как сообщает ТАСС, мост откроют в мае.', 'TASS'],
    ['Об этом говорится в сообщении Министерства транспорта Вельмарка.', 'Министерство транспорта Вельмарка'],
    ['В Таможенной службе Вельмарка уточнили, что переход закроют.', 'Таможенная служба Вельмарка'],
    ['Пожар потушен, сообщили журналистам в пресс-службе МЧС Тосана.', 'МЧС Тосана'],
    ['По данным прокуратуры Карской области, проверка начата.', 'прокуратура Карской области'],
    ['Со ссылкой на источник об этом сообщает газета «Заря».', 'газета «Заря»'],
    ['Работа порта остановлена, сообщил губернатор Антон Седых.', 'Антон Седых'],
    [
      'Все найдены живыми на шахте «Глубокая», сообщил губернатор Карской области Антон Седых.',
      'Антон Седых',
    ],
    ['Под землёй остались трое, рассказала вдова мастера Вера Лапина.', 'Вера Лапина'],
    ['Задержку вызвали грунты, по словам директора Анны Рубцовой.', 'Анна Рубцова'],
    ['Лодки недополучили салаку, жалуется союз рыбаков Таллии.', 'союз рыбаков Таллии'],
    ['Помощь разгрузили, сообщил заместитель мэра Пак Тон Ир.', 'Пак Тон Ир'],
    ['Пятеро погибли под лавиной, сообщила горноспасательная служба.', 'горноспасательная служба'],
    [
      'Речь шла о торговле, сообщили в пресс-службе президента Вельмарка.',
      'пресс-служба президента Вельмарка',
    ],
    [
      'Президент Тосана Лев Дорн посетит Карск, сообщил журналистам пресс-секретарь губернатора Илья Громов.',
      'Илья Громов',
    ],
  ])('%s', (text, name) => {
    expect(named(text, { language: 'ru' })).toEqual([name]);
  });

  it.each([
    'Эксперты считают, что мост не нужен.',
    'Согласно расписанию, автобусы вернутся вечером.',
    'Полиция задержала двоих.',
  ])('nobody: %s', (text) => {
    expect(named(text, { language: 'ru' })).toEqual([]);
  });
});

describe('a body that the topic knows by its name', () => {
  const lines: Concept = {
    id: 'vell-lines',
    kind: 'organisation',
    names: { en: ['Vell Lines'], ru: ['Велл Лайнс'] },
    seenAs: [],
    weak: [],
    facets: [],
  };
  it('is one origin, also where its sort and quotation marks stand around the name', () => {
    const text = 'В компании «Велл Лайнс» заявили, что оборудование проверено.';
    expect(origins([account(text, { language: 'ru' })], [lines]).origins.map(({ name }) => name)).toEqual([
      'Vell Lines',
    ]);
  });
});

describe('whom a Korean account goes back to', () => {
  it.each([
    ['토산이 1일 발사체를 시험했다고 조선중앙통신이 2일 보도했다.', 'KCNA'],
    ['해온기상청에 따르면 진앙은 가람 북쪽 해역이다.', '해온기상청'],
    ['벨마르크 국방부 관계자는 훈련이 끝났다고 말했다.', '벨마르크 국방부'],
    ['뉴욕타임스(NYT)는 15일(현지시간) 이같이 보도했다.', 'New York Times'],
    ['가람조선은 쇄빙선 3척을 수주했다고 10일 밝혔다.', '가람조선'],
    ['운곡군이 1만2천 명이 찾았다고 밝혔다.', '운곡군'],
    ['벨마르크 합참은 전날 미사일이 600㎞를 비행했다고 발표한 바 있다.', '벨마르크 합참'],
    ['마리 드로스트 대통령이 가람을 방문한다고 대통령실이 2일 발표했다.', '대통령실'],
    ['이하늘 외교부 장관은 노선을 열기로 했다고 외교부가 전했다.', '외교부'],
  ])('%s', (text, name) => {
    expect(named(text, { language: 'ko' })).toEqual([name]);
  });

  it.each([
    '계획에 따르면 첫 배는 9월에 나간다.',
    '정부 소식통에 따르면 병력이 이동했다.',
    '전문가들은 가능성이 낮다고 본다.',
    '조선중앙통신 기자가 현장에 있었다.',
  ])('nobody: %s', (text) => {
    expect(named(text, { language: 'ko' })).toEqual([]);
  });
});

it('whoever speaks behind a Korean date line is heard as without one', () => {
  const text =
    '(한별=한별통신) 강새론 기자 = 한별 합동참모본부는 2일 오후 오르다니아가 동쪽 바다로 미사일 1발을 발사했다고 밝혔다.';
  expect(named(text, { language: 'ko' })).toEqual(['한별통신', '한별 합동참모본부']);
});

describe('signs of an origin besides attributions', () => {
  it('are date lines and links, in Japanese and Chinese also the names of agencies', () => {
    const sign = (text: string, language = 'en') =>
      origins([account(text, { language })], []).origins.map(
        ({ name, accounts }) => `${name}, ${accounts[0]?.how}`,
      );
    expect(sign('MOSCOW, April 3 (TASS) — The treaty is in force.')).toEqual(['TASS, dateline']);
    expect(sign('[서울=연합뉴스] 회담이 열렸다.', 'ko')).toEqual(['Yonhap, dateline']);
    expect(sign('МОСКВА, 3 апр — РИА Новости. Договор вступил в силу.', 'ru')).toEqual([
      'RIA Novosti, dateline',
    ]);
    expect(sign('The whole text is at https://tass.com/politics/1.')).toEqual(['TASS, link']);
    expect(sign('朝鮮中央通信によると、会談は3日に行われた。', 'ja')).toEqual(['KCNA, attribution']);
    expect(sign('据朝中社报道，会谈于3日举行。', 'zh')).toEqual(['KCNA, attribution']);
  });

  it('never an outlet itself, by its name, its address or its date line', () => {
    expect(named('KARSK, May 3 (TASS) - The treaty is in force, TASS reported.', { outlet: 'TASS' })).toEqual(
      [],
    );
    expect(
      named('Договор вступил в силу, сообщает ТАСС.', {
        language: 'ru',
        outlet: 'World news',
        url: 'https://tass.ru/1',
      }),
    ).toEqual([]);
    expect(named('He told the Lindholm Times that he was tired.')).toEqual([]);
  });
});

describe('persons by whose word a Russian account tells', () => {
  it.each([
    ['Забастовка начнётся в среду, по словам главы профсоюза Греты Молль.', 'Грета Молль'],
    ['По словам губернатора Карской области Антона Седых, порт закрыт.', 'Антон Седых'],
    ['По словам директора музея Ольги Лапиной, зал закрыт.', 'Ольга Лапина'],
    ['По словам капитана Льва Берга, паром идёт в Полин.', 'Лев Берг'],
    ['По словам мэра Ильи Северского, мост откроют в мае.', 'Илья Северский'],
  ])('stand in the nominative: %s', (text, name) => {
    expect(named(text, { language: 'ru' })).toEqual([name]);
  });
});

describe('a person an account goes back to', () => {
  it.each([
    // By surname, office or pronoun, once the full name is known.
    ['Anton Drey flew to Sundby. Drey told reporters that transit came first.', 'Anton Drey'],
    ['Marshal Ged Omrin watched. It will be repeated, the marshal said.', 'Ged Omrin'],
    ['Hotel owner Marla Finch closed early. “They landed on my best week,” she said.', 'Marla Finch'],
    ['Nobody is in danger, said the director of health, Dr Amory Pell.', 'Amory Pell'],
    ['President Helena Drost will visit Zalesk on May 8, her office said.', 'Helena Drost'],
    // By other words than say.
    ['Defence Minister Ikar Sebold called the launch “a danger to every boat”.', 'Ikar Sebold'],
    ['Analyst Ferris Dunmore puts the price at a tenth below that.', 'Ferris Dunmore'],
    ['“We load twice the boxes,” said crane driver Tobin Ash.', 'Tobin Ash'],
    ['Secretary of the Interior Jan O’Rehn said the rule stays.', 'Jan O’Rehn'],
  ])('in English: %s', (text, name) => {
    expect(named(text)).toEqual([name]);
  });

  it.each([
    'Anton Drey and Ilse Varen met. He thinks of fish.',
    'The rule was made under President Drey, said somebody who knows it.',
    'The family of Greta Moll said nothing.',
    'The Upper Reva dam broke at night. They heard it, she said.',
    'Anton Drey told the builders that they had done well.',
    'Anton Drey called the police at noon.',
  ])('nobody: %s', (text) => {
    expect(named(text)).toEqual([]);
  });

  it.each([
    ['Суд выслушал адвоката Тимура Глазьяна. «Мы ждали большего», — сказал Глазьян.', 'Тимур Глазьян'],
    ['Претендентка Айна Сурмат спаслась. «Я видела ничью», — сказала она.', 'Айна Сурмат'],
    ['Мост открыл губернатор Виктор Самарцев. Он рассчитан на век, отметил губернатор.', 'Виктор Самарцев'],
    ['Мэр Раиса Дольник пообещала построить общежитие.', 'Раиса Дольник'],
    ['«Пули попадали в крышу», — рассказала учительница Нина Касьяр, которую увезли.', 'Нина Касьяр'],
    ['Учения ведёт вице-адмирал Степан Горлов. По словам Горлова, задачи выполнены.', 'Степан Горлов'],
  ])('in Russian: %s', (text, name) => {
    expect(named(text, { language: 'ru' })).toEqual([name]);
  });

  it.each([
    ['류단아 외교장관이 도착했다. 류 장관은 "여덟 척을 사겠다"고 약속했다.', '류단아'],
    ['회사원 옥다래 씨는 "길이 85분 걸렸다"며 웃었다.', '옥다래'],
    ['선박 수출이 크게 늘었다고 명주한 산업부 장관이 말했다.', '명주한'],
    ['김서윤 시장이 다리를 찾았다. 그는 "봄까지 열겠다"고 했다.', '김서윤'],
  ])('in Korean: %s', (text, name) => {
    expect(named(text, { language: 'ko' })).toEqual([name]);
  });

  it('stands behind those who speak for more where as many accounts name them', () => {
    const text = '“I saw it fall,” said Inga Moss. Nobody was hurt, the Velmark Coast Guard said.';
    expect(named(text)).toEqual(['Velmark Coast Guard', 'Inga Moss']);
  });

  it('is two where two say so together, and one voice where they are told by their number', () => {
    expect(named('Ken Varr and Jo Lind said that the rule stays.')).toEqual(['Ken Varr', 'Jo Lind']);
    expect(named('It will be repeated, the two education ministries said in a joint statement.')).toEqual([
      'two education ministries',
    ]);
    expect(named('Документ вступит в силу, сообщили обе стороны.', { language: 'ru' })).toEqual([
      'обе стороны',
    ]);
    expect(named('양국은 협정을 5년 늘린다고 밝혔다.', { language: 'ko' })).toEqual(['양국']);
  });
});

describe('what a body is called in other languages', () => {
  const namesOf = (text: string, language: string) =>
    origins([account(text, { language })], []).origins[0]?.names;

  it('is told by what it is, and whose', () => {
    expect(namesOf('Учения начались, сообщило Минобороны РФ.', 'ru')?.en).toBe('Russian Defence Ministry');
    expect(namesOf('Учения начались, сообщило Минобороны Польши.', 'ru')?.en).toBe(
      "Poland's Defence Ministry",
    );
    expect(namesOf('훈련이 시작됐다고 러시아 외무부가 밝혔다.', 'ko')?.en).toBe('Russian Foreign Ministry');
  });

  it('is Russian without a word more only where Russia is told of, and no other state that writes so', () => {
    expect(namesOf('Российские корабли вышли в море, сообщило Минобороны.', 'ru')?.en).toBe(
      'Russian Defence Ministry',
    );
    expect(namesOf('Учения начались, сообщило Минобороны.', 'ru')?.en).toBe('Defence Ministry');
    expect(
      namesOf('Минск ждёт гостей из России. Учения в Белоруссии начались, сообщило Минобороны.', 'ru')?.en,
    ).toBe('Defence Ministry');
  });

  it('is left open for a town, whose name has many spellings', () => {
    expect(namesOf('Лодки пропали, сообщила полиция Карска.', 'ru')).toEqual({ ru: 'полиция Карска' });
  });
});

describe('the origins of a story', () => {
  it('are one where town and kind of body agree, be the name short, and where a person has name and surname', () => {
    const told = (text: string, language: string) => account(text, { articleId: language, language });
    const lists = [
      [
        told('Two boats were lost, Ellory police said.', 'en'),
        told('배 두 척을 잃었다고 엘로리 경찰이 밝혔다.', 'ko'),
        told('Лодки пропали, сообщила полиция Эллори.', 'ru'),
      ],
      [
        told('The strike starts on Wednesday, union leader Greta Moll said.', 'en'),
        told('Забастовка начнётся в среду, по словам главы профсоюза Греты Молль.', 'ru'),
      ],
    ];
    expect(lists.map((accounts) => origins(accounts, []).origins.map(({ name }) => name))).toEqual([
      ['Ellory police'],
      ['Greta Moll'],
    ]);
    const towns = [
      told('Two boats were lost, Ellory police said.', 'en'),
      told('Лодки пропали, сообщила полиция Лары.', 'ru'),
    ];
    expect(origins(towns, []).origins).toHaveLength(2);
  });

  it('are one under several names, in several languages', () => {
    const accounts = [
      account('The message was read out, KCNA said.', { articleId: 'en' }),
      account('Письмо зачитали, сообщило Центральное телеграфное агентство Кореи.', {
        articleId: 'ru',
        language: 'ru',
      }),
      account('축전이 낭독됐다고 조선중앙통신이 보도했다.', { articleId: 'ko', language: 'ko' }),
      account('The river rose, the Velmark Emergencies Ministry said.', { articleId: 'v1' }),
      account('Вода поднялась, сообщили в МЧС Вельмарка.', { articleId: 'v2', language: 'ru' }),
      account('강물이 높아졌다고 벨마르크 비상사태부가 밝혔다.', { articleId: 'v3', language: 'ko' }),
    ];
    const found = origins(accounts, []).origins.map(({ name, accounts: by }) => [
      name,
      by.map(({ articleId }) => articleId),
    ]);
    expect(found).toEqual([
      ['KCNA', ['en', 'ru', 'ko']],
      ['Velmark Emergencies Ministry', ['v1', 'v2', 'v3']],
    ]);
  });

  it('are the ministries of the ministers who act, where a ministry is named without its state', () => {
    const text = "Velmark's defence minister opened the school. It has 40 rooms, the ministry said.";
    expect(named(text)).toEqual(["Velmark's defence ministry"]);
    const two =
      "Velmark's defence minister met Tosan's defence minister. The talks were long, the defence ministry said.";
    expect(named(two)).toEqual(["Velmark's defence ministry"]);
  });

  it('are one where an account says only what sort of body it is, and nobody where none names it', () => {
    const named = account('The Karsk fleet sent two ships.', { articleId: 'named' });
    const said = account('Two ships left, the Karsk fleet said.', { articleId: 'said' });
    const bare = account('They are back, the fleet said.', { articleId: 'bare' });
    expect(origins([said, bare], []).origins[0]?.accounts.map(({ articleId }) => articleId)).toEqual([
      'said',
      'bare',
    ]);
    expect(origins([named, bare], []).unnamed).toEqual(['named', 'bare']);
  });

  it('are a minister by name, but no second time beside the ministry', () => {
    const minister = 'Defence Minister Ikar Sebold said that no ship was near.';
    expect(named(minister)).toEqual(['Ikar Sebold']);
    expect(named(`The missile fell into the sea, the defence ministry said. ${minister}`)).toEqual([
      'defence ministry',
    ]);
  });

  it('bear the concept of the topic that they are', () => {
    const ministry: Concept = {
      id: 'velmark-mod',
      kind: 'organisation',
      facets: [],
      names: { en: ['Velmark Ministry of Defence'], ru: ['Минобороны Вельмарка'] },
      seenAs: [],
      weak: [],
    };
    const [found] = origins(
      [account('Учения начались, сообщило Минобороны Вельмарка.', { language: 'ru' })],
      [ministry],
    ).origins;
    expect(found).toMatchObject({
      name: 'Velmark Ministry of Defence',
      conceptId: 'velmark-mod',
      kind: 'government',
    });
  });

  it('are one with the body that the topic knows, however others call it', () => {
    const ministry: Concept = {
      id: 'russian-mod',
      kind: 'organisation',
      facets: [],
      names: { en: ['Russian Defence Ministry'] },
      seenAs: [],
      weak: [],
    };
    const accounts = [
      account("The exercise began, the Russian Defence Ministry's press service said.", { articleId: 'en' }),
      account('Учения начались, сообщило Минобороны РФ.', { articleId: 'ru', language: 'ru' }),
    ];
    expect(
      origins(accounts, [ministry]).origins.map(({ conceptId, accounts: by }) => [conceptId, by.length]),
    ).toEqual([['russian-mod', 2]]);
  });

  it('hold for a passage that a later account has word for word and gives to nobody', () => {
    const passage = 'The flame of our valley is a flame of dignity and no wind will put it out in our time';
    const first = account(`${passage}, TCNA said.`, {
      articleId: 'first',
      published: '2026-03-01T00:00:00.000Z',
    });
    const copy = account(`A new dawn. ${passage}. So be it.`, {
      articleId: 'copy',
      published: '2026-03-02T00:00:00.000Z',
    });
    const { origins: found, unnamed } = origins([copy, first], []);
    expect(found[0]?.accounts.map(({ articleId, how }) => [articleId, how])).toEqual([
      ['first', 'attribution'],
      ['copy', 'passage'],
    ]);
    expect(unnamed).toEqual([]);
    const earlier = { ...copy, published: '2026-02-01T00:00:00.000Z' };
    expect(origins([earlier, first], []).unnamed).toEqual(['copy']);
  });

  it('are the agency itself where others cite it, and only there', () => {
    const own = account('Scientists tested an engine in the western valley.', {
      articleId: 'own',
      outlet: 'Tosan Central News Agency',
      outletKind: 'state-agency',
    });
    const citing = account('An engine was tested, the Tosan Central News Agency said.', {
      articleId: 'citing',
    });
    expect(
      origins([own, citing], []).origins[0]?.accounts.map(({ articleId, how }) => [articleId, how]),
    ).toEqual([
      ['citing', 'attribution'],
      ['own', 'source'],
    ]);
    expect(origins([own], []).unnamed).toEqual(['own']);
  });
});

describe('a claim that loses its attribution', () => {
  const claim = 'The Velmark navy sank two empty fishing boats off Karsk on 4 May during a night exercise';
  const said = account(`${claim}, the Velmark navy said.`, {
    articleId: 'said',
    published: '2026-05-05T00:00:00.000Z',
  });

  it('is marked in the later account that gives it to nobody', () => {
    const bare = account(`${claim}. People on the coast slept badly.`, {
      articleId: 'bare',
      published: '2026-05-06T00:00:00.000Z',
    });
    const { lostAttributions } = origins([said, bare], []);
    expect(lostAttributions.map(({ articleId, origin }) => [articleId, origin])).toEqual([
      ['bare', 'Velmark navy'],
    ]);
  });

  it('is none in an earlier account, in one that names the origin elsewhere, or in other words', () => {
    const later = { published: '2026-05-06T00:00:00.000Z' };
    const earlier = account(`${claim}.`, { articleId: 'b', published: '2026-05-04T00:00:00.000Z' });
    const naming = account(`${claim}. The Velmark navy said that nobody was aboard.`, {
      articleId: 'c',
      ...later,
    });
    const other = account('Two boats of Karsk are missing since the exercise began.', {
      articleId: 'd',
      ...later,
    });
    expect(origins([said, earlier, naming, other], []).lostAttributions).toEqual([]);
  });
});

describe('reading whatever comes', () => {
  it('takes texts of any signs, names of any object, no account and one', () => {
    expect(origins([], [])).toEqual({ origins: [], unnamed: [], lostAttributions: [] });
    expect(named('constructor said. __proto__ reported, according to toString.\u2028')).toEqual([]);
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.constantFrom('en', 'ru', 'ko', 'ja', 'und'),
        (text, language) => {
          const { origins: found, unnamed } = origins([account(text, { language, title: text })], []);
          expect(found.length > 0).toBe(unnamed.length === 0);
        },
      ),
    );
  });

  it('reads sixty accounts of a megabyte in bounded time', () => {
    const texts = [
      'The ministry of ',
      'said "',
      'сообщает А',
      '"“«',
      '조선중앙통신이 ',
      'Aaa ',
      '(= ',
      ', ',
    ].map((part) => part.repeat(1_000_000 / part.length));
    const accounts = Array.from({ length: 60 }, (_, at) =>
      account(texts[at % texts.length] ?? '', {
        articleId: String(at),
        language: ['en', 'ru', 'ko'][at % 3] ?? 'en',
      }),
    );
    const before = process.cpuUsage();
    origins(accounts, []);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(4_000);
  });
});
