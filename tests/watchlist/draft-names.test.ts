import { describe, expect, it } from 'vitest';
import { type Draft, draftTopic } from '../../src/watchlist/draft/draft.ts';
import { BORDER, SHIPYARD, TRAM } from './drafted-documents.ts';

const drafted = ({ facets, concepts }: Draft) => [...facets.flatMap((facet) => facet.concepts), ...concepts];
const namesAndKinds = (draft: Draft) =>
  Object.fromEntries(
    drafted(draft).map(({ names, kind }) => [Object.values(names).flat().join(' = '), kind]),
  );

const inRussian = (...texts: readonly string[]) =>
  draftTopic(
    texts.map((text) => ({ title: '', text, language: 'ru' })),
    [],
  );
const russianNames = (...texts: readonly string[]): readonly string[] =>
  drafted(inRussian(...texts)).map(({ names }) => names.ru?.[0] ?? '');

describe('names of a topic drafted from Russian documents', () => {
  it('stand in the nominative, without what only begins a sentence or says whose a bearer is', () => {
    expect(namesAndKinds(draftTopic(BORDER, []))).toEqual({
      Карсовия: 'place',
      Велмора: 'place',
      Рудоград: 'place',
      Тальвен: 'place',
      'Глеб Осмин = Осмин': 'person',
      'Николай Дроздецкий = Дроздецкий': 'person',
      'Марта Линдель = Линдель': 'person',
      'Эрик Вальстен = Вальстен': 'person',
      'Пауль Хемминг': 'person',
    });
  });

  it('are whole where only their first word has a capital, or in quotation marks', () => {
    expect(namesAndKinds(draftTopic(SHIPYARD, []))).toMatchObject({
      'Заозёрский судостроительный завод': 'organisation',
      'Северный путь': 'organisation',
      'Капитан Громов': 'idea',
      'Прилучская область': 'place',
      'Денис Шорох = Шорох': 'person',
    });
  });

  it('keep a first name that begins every sentence its bearer is named in', () => {
    expect(russianNames('Глеб Осмин ушёл. Все ждали.', 'Глеб Осмин вернулся. Все ждали.')).toEqual([
      'Глеб Осмин',
    ]);
  });

  it('keep names that decline at their end only, and surnames of women that do not decline', () => {
    expect(
      russianNames(
        'Письмо вручили Ким Чен Ыну. Речь Ольги Тарн длилась час.',
        'Он видел Ким Чен Ына и Ольгу Тарн.',
      ),
    ).toEqual(['Ким Чен Ын', 'Ольга Тарн']);
  });

  it('keep first names that end like callings and plurals do', () => {
    const names = russianNames(
      'Людвик Торрик ушёл. Вероники Тарн не было. Франциска Линд ждала.',
      'Людвик Торрик пришёл. Вероники Тарн ждали. Франциска Линд ушла.',
    );
    expect(names.toSorted()).toEqual(['Вероника Тарн', 'Людвик Торрик', 'Франциска Линд']);
  });

  it('take a plural before a name for people, whatever the ending of the name', () => {
    expect(
      russianNames('Жители Моргуя ждут паром.', 'Строители Моргуя ждут песок.', 'Паром дошёл до Моргуя.'),
    ).toEqual(['Моргуй']);
  });
});

describe('names of a topic drafted from Korean documents', () => {
  it('are also those of towns, quarters, ministries and companies, by how they end', () => {
    expect(namesAndKinds(draftTopic(TRAM, []))).toMatchObject({
      해솔시: 'place',
      은파동: 'place',
      가람건설: 'organisation',
      국토교통부: 'organisation',
      문태린: 'person',
    });
  });

  it('are not words that end like them', () => {
    const korean = (text: string) => ({ title: '', text, language: 'ko' });
    const words = '반드시 국제기구 신체활동 수도권역 북한군 대부분 항구도시';
    expect(drafted(draftTopic([korean(words), korean(words)], []))).toEqual([]);
  });
});

describe('names of a topic drafted from English documents', () => {
  const english = (text: string) => ({ title: '', text, language: 'en' });

  it('have no "Fishers of" and "Residents of" before them, and Workers’ Union is one', () => {
    const draft = draftTopic(
      [
        english("Fishers of Belmark blocked Grenhaven. The Belmark Fishers' Union spoke of sixty boats."),
        english("Residents of Belmark watched in Grenhaven. The Belmark Fishers' Union thanked them."),
      ],
      [],
    );
    expect(drafted(draft).map(({ names }) => names.en?.[0])).toEqual([
      'Belmark',
      "Belmark Fishers' Union",
      'Grenhaven',
    ]);
  });

  it('of a place and of what comes from there are one', () => {
    const draft = draftTopic(
      [english('They left Karsovia on a Karsovian boat.'), english('In Karsovia a Karsovian crew waited.')],
      [],
    );
    expect(drafted(draft)[0]?.names).toEqual({ en: ['Karsovia', 'Karsovian'] });
  });

  it('keep East and Northern where more words follow', () => {
    const draft = draftTopic(
      [english('They asked the Northern Isles Council.'), english('So did the Northern Isles Council.')],
      [],
    );
    expect(drafted(draft)[0]?.names).toEqual({ en: ['Northern Isles Council'] });
  });
});
