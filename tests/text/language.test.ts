import { describe, expect, it } from 'vitest';
import { detectLanguage, primaryTag } from '../../src/text/language.ts';

describe('the language of a short title', () => {
  it.each([
    ['en', 'North Korea fires ballistic missile'],
    ['en', 'Monument to partisans unveiled'],
    ['en', 'Russia, DPRK sign treaty'],
    ['en', 'Oil prices fall'],
    ['ru', 'Путин поздравил Ким Чен Ына'],
    ['ru', 'МИД КНДР'],
    ['ru', 'Договор подписан'],
    ['ko', '북러 정상회담'],
    ['ko', '北, 미사일 발사'],
    ['ko', 'KCNA: 푸틴 방북'],
    ['uk', 'Зеленський прибув до Києва'],
    ['zh', '金正恩访问俄罗斯'],
    ['ja', 'プーチン大統領、北朝鮮を訪問'],
    ['de', 'Nordkorea schickt Soldaten'],
    ['fr', 'La Corée du Nord tire un missile'],
    ['es', 'Corea del Norte lanza un misil'],
  ])('%s: %s', (language, title) => expect(detectLanguage(title)).toBe(language));

  it.each([
    ['en', 'Kim Jong Un visits Moscow'],
    ['en', 'KCNA: Choe Son Hui in Moscow'],
    ['en', 'Vladivostok ferry link reopens'],
    ['it', 'La Corea del Nord lancia un missile'],
    ['uk', 'Удар по складу'],
    ['bg', 'Путин пристигна в Пхенян'],
  ])('%s, with the help of its source: %s', (sourceLanguage, title) =>
    expect(detectLanguage(title, { sourceLanguage })).toBe(sourceLanguage),
  );
});

describe('what a feed states', () => {
  it('loses against the script: many Korean and Russian feeds say en-US', () => {
    expect(detectLanguage('푸틴 대통령 평양 도착', { stated: 'en-US' })).toBe('ko');
    expect(detectLanguage('Саперы вернулись из Курска', { stated: 'en-US', sourceLanguage: 'en' })).toBe(
      'ru',
    );
  });

  it('loses against plain words of another language', () => {
    const text = 'The minister said that the monument was opened with his counterpart.';
    expect(detectLanguage(text, { stated: 'de' })).toBe('en');
  });

  it('decides where the text tells nothing', () => {
    expect(detectLanguage('TASS', { stated: 'ru' })).toBe('und');
    expect(detectLanguage('12 345', { stated: 'ru-RU' })).toBe('ru');
    expect(detectLanguage('', { sourceLanguage: 'ko' })).toBe('ko');
  });

  it('tells Japanese from Chinese where a title has Han signs only', () => {
    expect(detectLanguage('北朝鮮外相訪露', { sourceLanguage: 'ja' })).toBe('ja');
  });
});

it('is und where nothing tells', () => {
  for (const text of ['', '12 345', '— … 🙂']) expect(detectLanguage(text)).toBe('und');
});

it('does not read addresses as words', () => {
  expect(detectLanguage('https://example.org/the-president-and-the-press 러시아')).toBe('ko');
});

describe('a language tag', () => {
  it.each([
    ['en-US', 'en'],
    ['ru_RU', 'ru'],
    [' KO ', 'ko'],
    ['iw', 'he'],
    ['kr', 'ko'],
    ['', 'und'],
    ['english', 'und'],
    [null, 'und'],
  ])('%s is %s', (tag, language) => expect(primaryTag(tag)).toBe(language));
});
