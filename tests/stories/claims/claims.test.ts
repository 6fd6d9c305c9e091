import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Concept } from '../../../src/domain/topic.ts';
import type { Account } from '../../../src/stories/account.ts';
import { soleClaims } from '../../../src/stories/claims/claims.ts';
import { quotationsIn } from '../../../src/stories/claims/quotations.ts';
import { speakerOf } from '../../../src/stories/claims/speakers.ts';
import { account } from '../origins/labelled.ts';

const PLAIN =
  'A bronze statue of three miners was unveiled on Lantern Square in Polin on Monday before some two hundred guests. The sculptor Inga Laur ' +
  'worked on it for four years. A brass band from the Sava valley played, and children laid fir branches at the foot of the statue.';
const RETOLD =
  'On Lantern Square in Polin guests saw the unveiling of the bronze statue of three miners on Monday. Inga Laur, the sculptor, had worked ' +
  'on it for four years. Children laid fir branches at its foot while a brass band from the Sava valley played.';

/** What only the first of two accounts has, by kind and text. */
const only = (
  first: string,
  second: string,
  about: Partial<Account> = {},
  concepts: readonly Concept[] = [],
) =>
  soleClaims(
    [account(first, { articleId: 'first' }), account(second, { articleId: 'second', ...about })],
    concepts,
    [],
  )
    .filter(({ articleId }) => articleId === 'first')
    .map(({ kind, text }) => `${kind}: ${text}`);

describe('what only one account has', () => {
  it('is nothing where it was retold in other words', () => {
    expect(only(PLAIN, RETOLD)).toEqual([]);
    expect(only(RETOLD, PLAIN)).toEqual([]);
  });

  it('is a quotation nobody else heard', () => {
    const quoted = `${PLAIN} “My father went down that shaft for thirty winters,” said Pavla Orlik.`;
    expect(only(quoted, RETOLD)).toEqual(['quote: My father went down that shaft for thirty winters']);
  });

  it('is no quotation that the other account reports in its own words', () => {
    const quoted = `${PLAIN} “My father went down that shaft for thirty winters,” said Pavla Orlik.`;
    const reported = `${RETOLD} Pavla Orlik said that her father had gone down the shaft for thirty winters.`;
    expect(only(quoted, reported)).toEqual([]);
  });

  it('is a number, but not one that is rounded, in another unit or a sum elsewhere', () => {
    expect(only(`${PLAIN} The statue weighs 840 kilograms.`, RETOLD)).toEqual([
      'number: The statue weighs 840 kilograms',
    ]);
    expect(only(`${PLAIN} The statue weighs 840 kilograms.`, `${RETOLD} It weighs 0.84 tonnes.`)).toEqual([]);
    expect(
      only(`${PLAIN} The square holds 1,980 people.`, `${RETOLD} There is room for two thousand people.`),
    ).toEqual([]);
    expect(
      only(`${PLAIN} There were 212 adults and 31 children.`, `${RETOLD} In all 243 people came.`),
    ).toEqual([]);
  });

  it('is no date, time, year, length of time, name with a number, or toll', () => {
    for (const more of [
      'The work began on 14 May.',
      'The doors open at 10 in the morning.',
      'The mine was closed in 1987.',
      'The casting took 18 months.',
      'It stands beside Interstate 90.',
      'In all 41 miners were killed there.',
    ])
      expect(only(`${PLAIN} ${more}`, RETOLD)).toEqual([]);
  });

  it('is a deed of somebody whom nobody else names', () => {
    const deed =
      'On the way home the minister Rosa Quint visited the closed pithead baths and the old lamp room.';
    expect(only(`${PLAIN} ${deed}`, RETOLD)).toHaveLength(1);
    expect(only(`${PLAIN} ${deed}`, `${RETOLD} Rosa Quint then saw the baths.`)).toEqual([]);
  });

  it('is nothing beside an account that tells next to nothing', () => {
    expect(only(`${PLAIN} The statue weighs 840 kilograms.`, 'A statue was unveiled.')).toEqual([]);
  });

  it('is, across languages, a number or the words of somebody who is not there', () => {
    const russian =
      'В понедельник в Полине на Фонарной площади открыли бронзовый памятник трём горнякам. Скульптор Инга Лаур работала над ним четыре года. ' +
      'Играл духовой оркестр из долины Савы, дети положили к подножию еловые ветки. Выступила Павла Орлик.';
    const ru = { language: 'ru' };
    expect(only(`${PLAIN} The statue weighs 840 kilograms.`, russian, ru)).toHaveLength(1);
    expect(
      only(`${PLAIN} “We will not forget this mine and its men,” said old Pavla Orlik.`, russian, ru),
    ).toEqual([]);
    expect(
      only(`${PLAIN} “We will not forget this mine and its men,” said old Marek Drobnik.`, russian, ru),
    ).toHaveLength(1);
  });

  it('is little of a long account', () => {
    const more = Array.from(
      { length: 20 },
      (_, at) => `Miners filled shed ${'abcdefghijklmnopqrst'[at]} with ${1_000 + 313 * at} carts of coal.`,
    );
    const found = soleClaims(
      [account(`${PLAIN} ${more.join(' ')}`, { articleId: 'long' }), account(RETOLD)],
      [],
      [],
    );
    expect(found.filter(({ articleId }) => articleId === 'long')).toHaveLength(2);
  });

  it('is no age, no number a name is made of, and nothing of another event a digest tells', () => {
    expect(only(`${PLAIN} Pavla Orlik, 55, sang for the miners.`, RETOLD)).toEqual([]);
    expect(only(`${PLAIN} A 911 dispatcher sang for the miners.`, RETOLD)).toEqual([]);
    expect(
      only(
        `${PLAIN} Elsewhere, voters in Hwagang queued. In Tosan, teachers won 110 posts. Ferries run again.`,
        RETOLD,
      ),
    ).toEqual([]);
  });

  it('quotes its account as it stands, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.string({ maxLength: 200 }),
        (one, other) => {
          const accounts = [
            account(`${PLAIN} ${one}`, { articleId: '__proto__' }),
            account(`${RETOLD} ${other}`),
          ];
          for (const { articleId, quote } of soleClaims(accounts, [], []))
            expect(accounts.find((each) => each.articleId === articleId)?.text).toContain(quote);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('who is quoted', () => {
  const speaker = (sentence: string, language = 'en') => {
    const [quotation = { start: 0, end: 0 }] = quotationsIn(sentence);
    return speakerOf(sentence, quotation, language);
  };

  it.each([
    ['“We will stay out until the spring,” said union leader Greta Moll on Monday.', 'Greta Moll'],
    ['"We will stay out until the spring," Greta Moll, who leads the union, told reporters.', 'Greta Moll'],
    ['Union leader Greta Moll told the Polin Post: "We will stay out until the spring."', 'Greta Moll'],
  ])('shows in English: %s', (sentence, name) => expect(speaker(sentence)).toBe(name));

  it('shows in Russian, behind the office and its region, and in Korean with the office', () => {
    expect(
      speaker('«Мы не выйдем на работу до весны», — сказал губернатор Карской области Антон Седых.', 'ru'),
    ).toBe('Антон Седых');
    expect(speaker('Грета Молль заявила журналистам: «Мы не выйдем на работу до весны».', 'ru')).toBe(
      'Грета Молль',
    );
    expect(speaker('김서윤 시장은 이날 "봄까지 다리를 다시 열겠다"고 말했다.', 'ko')).toBe('김서윤 시장');
  });

  it('is not claimed of a pronoun, or of whoever is only named near by', () => {
    expect(speaker('“We will stay out until the spring,” he said of Greta Moll.')).toBe(null);
    expect(speaker('Greta Moll said the banner read “We will stay out until spring”.')).toBe(null);
    expect(speaker('«Мы не выйдем на работу до весны», — было написано на плакате Греты Молль.', 'ru')).toBe(
      null,
    );
  });

  it('is told with the claim', () => {
    const quoted = `${PLAIN} “My father went down that shaft for thirty winters,” said Pavla Orlik.`;
    const claims = soleClaims([account(quoted, { articleId: 'first' }), account(RETOLD)], [], []);
    expect(claims.map(({ speaker }) => speaker)).toEqual(['Pavla Orlik']);
  });
});

describe('quotations', () => {
  const texts = (text: string) => quotationsIn(text).map((quotation) => quotation.text);

  it('stand in the marks of each language', () => {
    expect(texts('He said: "We were all very tired." Then he left.')).toEqual(['We were all very tired.']);
    expect(texts('«Мы все очень сильно устали», — сказал он.')).toEqual(['Мы все очень сильно устали']);
    expect(texts('그는 "우리는 모두 몹시 지쳤다"고 말했다.')).toEqual(['우리는 모두 몹시 지쳤다']);
    expect(texts('彼は「私たちはみんなとても疲れていました」と述べた。')).toEqual([
      '私たちはみんなとても疲れていました',
    ]);
  });

  it('are neither titles, nor apostrophes, nor marks that are never closed', () => {
    expect(texts('The play "The Mill" won. It’s the puppeteers’ first prize.')).toEqual([]);
    expect(texts('“And so it went on and on, he said')).toEqual([]);
  });
});
