import { describe, expect, it } from 'vitest';
import { stemKorean } from '../../src/text/korean.ts';

describe('stemming Korean', () => {
  it.each(['푸틴은', '푸틴이', '푸틴을', '푸틴과', '푸틴의', '푸틴에게', '푸틴으로부터', '푸틴까지'])(
    'takes the particle off %s',
    (word) => expect(stemKorean(word)).toBe('푸틴'),
  );

  it.each(['러시아는', '러시아가', '러시아를', '러시아와', '러시아로', '러시아에서는', '러시아라고'])(
    'takes the particle off %s, a word that ends in a vowel',
    (word) => expect(stemKorean(word)).toBe('러시아'),
  );

  it('follows the rule for ㄹ: 서울로 is to Seoul', () => {
    expect(stemKorean('서울로')).toBe('서울');
  });

  it.each([
    '국가',
    '전문가',
    '작가',
    '정상회의',
    '한반도',
    '경기도',
    '결과',
    '대만',
    '사회주의',
    '고속도로',
    '어린이',
    '북한',
    '효과',
  ])('leaves %s whole: its last syllable is no particle', (word) => expect(stemKorean(word)).toBe(word));

  it.each([
    ['정상회의에서', '정상회의'],
    ['한반도의', '한반도'],
    ['전문가는', '전문가'],
    ['결과를', '결과'],
    ['대만에', '대만'],
  ])('still takes the particle off %s', (word, noun) => expect(stemKorean(word)).toBe(noun));

  it.each([
    ['참석했다', '참석'],
    ['참석했다고', '참석'],
    ['강화하는', '강화'],
    ['방문한', '방문'],
    ['파견된', '파견'],
    ['합의했으며', '합의'],
  ])('takes the verb ending off %s', (word, noun) => expect(stemKorean(word)).toBe(noun));

  it('takes the plural off, behind a particle too', () => {
    expect(stemKorean('군인들')).toBe('군인');
    expect(stemKorean('군인들이')).toBe('군인');
  });

  it('never leaves less than two syllables', () => {
    for (const word of ['북은', '러가', '김이', '한', '의']) expect(stemKorean(word)).toBe(word);
  });
});
