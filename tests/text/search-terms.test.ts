import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { indexTerms, searchPhrases } from '../../src/text/search-terms.ts';

/** Whether every phrase of a query stands in a text, as a full-text index would find it. */
function finds(query: string, text: string, language: string): boolean {
  const terms = indexTerms(text, language).split(' ');
  const phrases = searchPhrases(query, language);
  const matches = (at: number, term: { text: string; prefix: boolean } | undefined) =>
    term !== undefined && (term.prefix ? terms[at]?.startsWith(term.text) === true : terms[at] === term.text);
  return (
    phrases.length > 0 &&
    phrases.every((phrase) => terms.some((_, at) => phrase.every((term, i) => matches(at + i, term))))
  );
}

describe('a search finds', () => {
  it.each([
    ['Путин', 'Встреча с Путиным прошла во Владивостоке', 'ru'],
    ['Путиным', 'Путин прибыл в порт', 'ru'],
    ['Росатом', 'Глава Росатома посетил верфь', 'ru'],
    ['Росатома', 'Росатом построит верфь', 'ru'],
    ['Белоусов', 'Слова Белоусова о пароме', 'ru'],
    ['푸틴', '푸틴은 평양을 방문했다', 'ko'],
    ['푸틴', '푸틴대통령이 도착했다', 'ko'],
    ['푸틴은', '푸틴과 회담', 'ko'],
    ['평양 방문', '그는 평양을 다시 방문했다', 'ko'],
    ['ferries', 'The ferry left', 'en'],
    ['FERRY', 'the ferries left', 'en'],
    ['Kraków', 'A ship from Krakow', 'en'],
    ['1250', 'It carried 1,250 crates', 'en'],
    ['KCNA', 'KCNA의 보도', 'ko'],
    ['北朝鮮', '北朝鮮軍が到着', 'ja'],
    ['朝鮮', '北朝鮮軍が到着', 'ja'],
    ['金正恩', '金正恩訪問海參崴', 'zh'],
    ['ＫＣＮＡ', 'KCNA reported', 'en'],
  ])('%s in “%s” (%s)', (query, text, language) => {
    expect(finds(query, text, language)).toBe(true);
  });

  it.each([
    ['port', 'The portal opened', 'en'],
    ['корт', 'Паром вошёл в порт', 'ru'],
    ['到着', '北朝鮮軍が着到', 'ja'],
    ['ferry strike', 'The ferry left', 'en'],
    ['푸틴', '부틴은', 'ko'],
  ])('no %s in “%s” (%s)', (query, text, language) => {
    expect(finds(query, text, language)).toBe(false);
  });
});

describe('the words of a search', () => {
  const shown = (query: string, language = 'en') =>
    searchPhrases(query, language).map((phrase) =>
      phrase.map((term) => term.text + (term.prefix ? '*' : '')).join(' '),
    );

  it('are marked with their language, so that two languages never meet in a stem', () => {
    expect(shown('news')).toEqual(['en:news']);
    expect(indexTerms('nouvelles', 'fr').startsWith('fr:')).toBe(true);
  });

  it('leave out what is common, unless it is quoted, in capitals, or all there is', () => {
    expect(shown('the ferry')).toEqual(['en:ferri']);
    expect(shown('“the ferry”')).toEqual(['en:the en:ferri']);
    expect(shown('WHO ferry')).toEqual(['en:who', 'en:ferri']);
    expect(shown('the')).toEqual(['en:the']);
  });

  it('may be quoted in any style, and a quotation may be left open', () => {
    expect(shown('«old ferry» “fog bank” "low port')).toEqual([
      'en:old en:ferri',
      'en:fog en:bank',
      'en:low en:port',
    ]);
  });

  it('ask for the beginning of Hangul words', () => {
    expect(shown('푸틴은', 'ko')).toEqual(['ko:푸틴*']);
  });

  it('are none where nothing of the query is a word', () => {
    for (const query of ['', '  ', '***', '" "', '"', '-', '()*^:']) expect(shown(query)).toEqual([]);
  });

  it('hold no sign that an index or its query syntax could mistake', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('en', 'ru', 'ko', 'ja', 'und'),
        (text, language) => {
          const terms = [
            indexTerms(text, language),
            ...searchPhrases(text, language)
              .flat()
              .map((term) => term.text),
          ];
          for (const found of terms) expect(found).toMatch(/^(?:[^\x00-\x7f]|[a-z0-9:., ])*$/);
        },
      ),
    );
  });

  it('of any text are found in that text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('en', 'ru', 'ko', 'ja', 'und'),
        (text, language) => {
          fc.pre(searchPhrases(text, language).length > 0);
          expect(finds(text.replaceAll(/["“”„«»]/gu, ' '), text, language)).toBe(true);
        },
      ),
    );
  });
});
