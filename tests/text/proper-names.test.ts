import { describe, expect, it } from 'vitest';
import { koreanProperNames } from '../../src/text/names/korean-proper-names.ts';
import { properNames } from '../../src/text/names/proper-names.ts';

const inEnglish = (text: string, small: readonly string[] = []) => properNames(text, 'en', new Set(small));
const texts = (text: string, small?: readonly string[]) => inEnglish(text, small).map((name) => name.text);

describe('names in a text with capitals', () => {
  it('are parted from roles and from what tells where their bearers belong', () => {
    expect(inEnglish('Then Russian Defence Minister Ada Quill met Brae Governor Tom Hale.')).toMatchObject([
      { text: 'Russian', kind: 'place' },
      { text: 'Ada Quill', role: 'defence-minister', of: 'Russian', kind: 'person' },
      { text: 'Brae', kind: 'place' },
      { text: 'Tom Hale', role: 'governor', of: 'Brae', kind: 'person' },
    ]);
  });

  it('say whose minister somebody is also by a genitive', () => {
    expect(inEnglish('They saw North Korea’s Foreign Minister Choe Son Hui.').at(-1)).toMatchObject({
      text: 'Choe Son Hui',
      role: 'foreign-minister',
      of: 'North Korea',
    });
  });

  it('tell organisations, places and events by a word of theirs', () => {
    const kinds = inEnglish(
      'In 1950 the Ministry of Tides left Lowport Bay for the Amber War and the Lowport Harbour Authority.',
    ).map(({ text, kind }) => [text, kind]);
    expect(kinds).toEqual([
      ['Ministry of Tides', 'organisation'],
      ['Lowport Bay', 'place'],
      ['Amber War', 'event'],
      ['Lowport Harbour Authority', 'organisation'],
    ]);
  });

  it('are not months, but Марта is a name wherever it is not March in another case', () => {
    const names = properNames('В декабре пела Марта Хольм. Декабрь был долгим.', 'ru', new Set());
    expect(names.map(({ text }) => text)).toEqual(['Марта Хольм']);
  });

  it('are not what only begins a sentence, a heading, a month or a tag', () => {
    expect(texts('Officials waited. The ferry came on Monday in May. #LowportNews', ['officials'])).toEqual(
      [],
    );
    expect(
      texts('FERRY RETURNS TO LOWPORT\nNew Ferry Returns To Old Lowport Quay\nIt came from Caldmoor.'),
    ).toEqual(['Caldmoor']);
  });

  it('part two countries that a hyphen ties', () => {
    expect(texts('A new Russia-North Korea line, for Russian-speaking guests of Saint-Aubin.')).toEqual([
      'Russia',
      'North Korea',
      'Russian',
      'Saint-Aubin',
    ]);
  });

  it('go on across an "of" where that is part of the name', () => {
    expect(texts('They saw Ada Quill of Brae at the Bank of Lowport.')).toEqual([
      'Ada Quill',
      'Brae',
      'Bank of Lowport',
    ]);
  });

  it('are found in Russian, with roles in small letters before them', () => {
    const found = properNames(
      'Днём губернатор Александр Хинштейн побывал в Курской области, а министр обороны Ада Квилл осталась в Москве.',
      'ru',
      new Set(['днём']),
    );
    expect(found.map(({ text, role }) => [text, role])).toEqual([
      ['Александр Хинштейн', 'governor'],
      ['Курской области', null],
      ['Ада Квилл', 'defence-minister'],
      ['Москве', null],
    ]);
  });

  it('are found in time that grows with the text only', () => {
    const long = 'Ada Quill left Lowport. '.repeat(20_000);
    expect(inEnglish(long).length).toBeGreaterThan(0);
  });
});

describe('names in a Korean text', () => {
  it('are of those whose role stands behind them, a country between, and of countries with their particles', () => {
    const found = koreanProperNames('라브로프 러시아 외무장관이 북한을 찾아 노광철 국방상과 만났다.');
    expect(found.map(({ text, role, of }) => [text, role, of])).toEqual([
      ['라브로프', 'foreign-minister', '러시아'],
      ['러시아', null, null],
      ['북한', null, null],
      ['노광철', 'defence-minister', null],
    ]);
  });

  it('are not what only stands before a role: new, former, the ministry’s', () => {
    expect(koreanProperNames('신임 국방상과 전직 대통령, 외무성 대변인이 참석했다.')).toEqual([]);
  });

  it('are of somebody where a role stands behind them, though they end like a quarter', () => {
    const found = koreanProperNames('홍이동 의원은 강남구에서 주민을 만났다.');
    expect(found.map(({ text, kind }) => [text, kind])).toEqual([
      ['홍이동', 'person'],
      ['강남구', 'place'],
    ]);
  });
});
