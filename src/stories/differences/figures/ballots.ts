import type { Language } from '../../../domain/time.ts';
import type { NumberFound } from '../../../text/numbers/numbers.ts';

/** How votes may be cast. */
type Ballot = 'for' | 'against' | 'abstained';

const VOTING = /\bvot(?:e|es|ed|ing)\b|\bballots?\b|\bin favou?r\b|голос|찬성|반대|기권/iu;
const VOTERS =
  '(?:\\s(?:votes?|ballots|lawmakers|deputies|delegates|members|mps|senators|countries|states|judges))?';

type Signs = readonly (readonly [Ballot, before: RegExp | null, behind: RegExp | null])[];

/** What stands before or behind the number of those who voted so; the more telling first. */
const SIGNS: Partial<Record<Language, Signs>> = {
  en: [
    ['abstained', null, new RegExp(`^${VOTERS}(?: had| have)?\\s(?:abstain|abstention)`, 'iu')],
    ['against', null, new RegExp(`^${VOTERS}\\s(?:were |voted )?(?:against|opposed)`, 'iu')],
    ['against', /\d\s(?:votes?\s)?to\s$|\bagainst\s$/iu, null],
    ['for', null, new RegExp(`^${VOTERS}\\s(?:were |voted |cast )?(?:in favou?r|for\\b|to\\s\\d)`, 'iu')],
    ['for', /\b(?:by|with|won|received|got|took)\s$/iu, /^\svotes\b/iu],
    ['for', null, /^\s?(?:%|percent|per cent)\sof (?:the |all )?(?:votes?|ballots)\b/iu],
  ],
  ru: [
    ['abstained', /воздержал\p{L}*\s(?:[—–-]\s)?$/iu, null],
    [
      'against',
      /(?<!\p{L})против\s(?:\p{L}+\s){0,2}(?:[—–-]\s)?$|против[^,.;]{0,30}проголосовал\p{L}*\s$/iu,
      null,
    ],
    ['against', null, /^\s(?:\p{L}+\s){0,2}против(?!\p{L})/iu],
    [
      'for',
      /(?<!\p{L})за\s(?:[—–-]\s)?$|(?<!\p{L})за[^,.;\d]{0,50}(?:проголосовал|высказал)\p{L}*\s$/iu,
      null,
    ],
    ['for', null, /^\s(?:\p{L}+\s){0,2}(?:проголосовал\p{L}*\s)?за(?!\p{L})/iu],
    ['for', null, /^\s?(?:%|процент\p{L}*)\s(?:голосов|избирателей)/iu],
    ['for', /поддержал\p{L}*\s$|(?<!\p{L})отда\p{L}+ (?:\p{L}+ )?голоса?\s(?:\p{L}+\s)?$/iu, null],
  ],
  ko: [
    ['abstained', /기권(?:은|이)?\s?$/u, null],
    ['against', /반대(?:는|가)?\s?$/u, null],
    ['for', /찬성(?:은|이)?\s?$/u, null],
  ],
};

/** How those voted whom the number counts; null: it counts no votes. */
export function ballotOf(text: string, { start, end }: NumberFound, language: Language): Ballot | null {
  if (!VOTING.test(text)) return null;
  const before = text.slice(Math.max(0, start - 70), start);
  const after = text.slice(end, end + 40);
  const found = (SIGNS[language] ?? []).find(
    ([, ahead, behind]) => (ahead?.test(before) ?? true) && (behind?.test(after) ?? true),
  );
  return found?.[0] ?? null;
}
