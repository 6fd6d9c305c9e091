/** Which firms an English sentence names that no table knows. */

import { nameOf, type Phrase, type Token } from '../tokens.ts';
import { bodyVoice } from '../voice.ts';
import { isName } from './saying.ts';

/** Words of names that firms bear. */
export const FIRM_WORDS: ReadonlySet<string> = new Set(
  (
    'inc corp corporation co company ltd plc llc group holdings airlines airways works lines shipping rail railway railways motors energy steel industries logistics ' +
    'pharma pharmaceuticals technologies systems bank insurance telecom media studios records entertainment partners foods mining oil gas power'
  ).split(' '),
);
/** What firms are called before or behind their names, and no person is. */
export const FIRMS: ReadonlySet<string> = new Set(
  'company operator owners maker builder contractor supplier airline manufacturer developer retailer carrier'.split(
    ' ',
  ),
);
/** What those are called who look on, or serve many: the security firm Brightlock. */
export const GROUPS: ReadonlySet<string> = new Set(
  'firm group charity club ngo watchdog think-tank consultancy insurer magazine site platform provider bank network service agency'.split(
    ' ',
  ),
);

/** A firm, by the last word of its name or by what it is called before or behind it: Velmark Rail, the charity Open Harbour. */
export function firmAt(tokens: readonly Token[], from: number): Phrase | null {
  if (!isName(tokens[from]) || isName(tokens[from - 1])) return null;
  let to = from;
  while (to - from < 4 && isName(tokens[to + 1])) to += 1;
  const before = tokens[from - 1]?.lower === 'the' ? tokens[from - 2] : tokens[from - 1];
  const isTold =
    tokens[to + 1]?.text === ',' && tokens[to + 2]?.lower === 'the' && tokens[to + 4]?.text === ',';
  const called = [before?.lower ?? '', isTold ? (tokens[to + 3]?.lower ?? '') : ''];
  const isFirm = to > from && FIRM_WORDS.has(tokens[to]?.lower ?? '');
  if (!isFirm && !called.some((word) => FIRMS.has(word) || GROUPS.has(word))) return null;
  const name = nameOf(tokens, from, to);
  const role = called.some((word) => GROUPS.has(word)) ? 'group' : 'company';
  return { from, to, bare: false, voice: bodyVoice(name, 'other', [role], name.split(' ')) };
}
