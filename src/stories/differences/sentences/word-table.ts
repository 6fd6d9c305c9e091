/** What a word stands for; null: nothing of the table. @param word in small letters */
export type Lookup = (word: string) => string | null;

/** The regular forms of an English word, itself among them. */
type Inflect = (word: string) => readonly string[];

/**
 * Reads a table of words: id and, behind a space, its label | English words | Russian ones | Korean ones.
 *
 * English words take the regular endings of their class. Russian and Korean ones are beginnings, the longest of which counts;
 * behind a short one nothing but an ending may stand, for рис is not in рисунок, nor 밀 in 밀수. `=word` stands for itself alone.
 * ё is written е.
 */
export function wordTable(rows: readonly string[], inflect: Inflect): Lookup {
  const whole = new Map<string, string>();
  const beginnings = new Map<string, string>();
  const longest = { ru: 0, ko: 0 };
  for (const row of rows) {
    const [head = '', english = '', ...others] = row.split(' | ');
    const [id = ''] = head.split(' ');
    for (const word of english.split(' '))
      for (const form of word.startsWith('=') ? [word.slice(1)] : inflect(word))
        if (!whole.has(form)) whole.set(form, id);
    for (const [at, words] of others.entries()) {
      const language = at === 0 ? 'ru' : 'ko';
      for (const word of words.split(' ')) {
        if (word.startsWith('=')) whole.set(word.slice(1), id);
        else if (word !== '-' && !beginnings.has(word)) {
          beginnings.set(word, id);
          longest[language] = Math.max(longest[language], word.length);
        }
      }
    }
  }
  return (written) => {
    const word = written.replaceAll('ё', 'е');
    const found = whole.get(word);
    const code = word.charCodeAt(0);
    if (found !== undefined || code < CYRILLIC) return found ?? null;
    const language = code < HANGUL ? 'ru' : 'ko';
    for (let length = Math.min(word.length, longest[language]); length > 0; length -= 1) {
      const id = beginnings.get(word.slice(0, length));
      if (id !== undefined && mayEnd(word.slice(length), length, language)) return id;
    }
    return null;
  };
}

const CYRILLIC = 0x400;
const HANGUL = 0x1100;

/** Russian beginnings up to this length are followed by a case ending, which has no more letters than ENDING. */
const SHORT = 4;
const ENDING = 3;
const PARTICLE = /^(?:[을를이가은는의로과와도만]|에서|으로)?$/u;

const mayEnd = (rest: string, length: number, language: 'ru' | 'ko'): boolean =>
  language === 'ru' ? length > SHORT || rest.length <= ENDING : length > 1 || PARTICLE.test(rest);

/** house, houses; city, cities. */
export const nounForms: Inflect = (word) => [word, `${word}s`, `${word}es`, word.replace(/y$/u, 'ies')];

/** kill, kills, killed, killing; carry, carried; land, landed; plot, plotted. */
export const verbForms: Inflect = (word) => {
  const stem = word.endsWith('e') ? word.slice(0, -1) : word;
  const past = word.endsWith('y') && !/[aeo]y$/u.test(word) ? `${word.slice(0, -1)}ied` : `${stem}ed`;
  const doubled = /[^aeiou][aeiou][bdglmnprt]$/u.test(word) ? word.slice(-1) : null;
  return [
    word,
    `${word}s`,
    `${word}es`,
    past,
    `${stem}ing`,
    ...(past.endsWith('ied') ? [`${word.slice(0, -1)}ies`] : []),
    ...(doubled === null ? [] : [`${word}${doubled}ed`, `${word}${doubled}ing`]),
  ];
};
