/** Which papers, stations and bodies told by initials an English sentence names. */

import type { SourceKind } from '../../../domain/source.ts';
import { isCapitalised, nameOf, type Phrase, type Token } from '../tokens.ts';
import { voiceNamed } from '../voice.ts';
import { NO_NAMES } from './words.ts';

/** Last words of the names of papers and stations. */
const MEDIA = new Set(
  'post times herald journal tribune gazette telegraph courier chronicle observer guardian inquirer examiner independent mirror mail standard echo argus radio tv television weekly daily wire broadcasting dispatch bulletin'.split(
    ' ',
  ),
);
/** What an acronym may be called behind it: ISNA news agency. */
const SORTS: Readonly<Record<string, SourceKind>> = {
  agency: 'agency',
  television: 'broadcaster',
  tv: 'broadcaster',
  radio: 'broadcaster',
  channel: 'broadcaster',
  newspaper: 'press',
};
/** Capitals that are no bodies. */
const NO_ACRONYMS = new Set(
  'THE AND CEO CFO USA DNA HIV AIDS COVID GMT UTC GPS DVD PDF ATM MP SUV VIP DUI OUI HIS HER FOR NOT BUT WAS PRO REPORT UPDATE VIDEO WATCH LIVE NEWS'.split(
    ' ',
  ),
);

/** A body told by its initials, and what it is called behind them: KBR, ISNA news agency. */
export function acronymAt(tokens: readonly Token[], at: number): Phrase | null {
  const text = tokens[at]?.text ?? '';
  if (!/^\p{Lu}{3,6}$/u.test(text) || NO_ACRONYMS.has(text) || /^[IVX]+$/u.test(text)) return null;
  // Text all in capitals has no acronyms.
  if ([tokens[at - 1], tokens[at + 1]].some((next) => next && /^\p{Lu}{2,}$/u.test(next.text))) return null;
  const sort = tokens[at + 1]?.lower === 'news' ? tokens[at + 2]?.lower : tokens[at + 1]?.lower;
  const to =
    sort === undefined || !Object.hasOwn(SORTS, sort)
      ? at
      : tokens[at + 1]?.lower === 'news'
        ? at + 2
        : at + 1;
  return {
    from: at,
    to,
    bare: false,
    voice: voiceNamed(text, (to > at ? SORTS[sort ?? ''] : undefined) ?? 'other'),
  };
}

/** A paper or a station, by the last word of its name: the Lindholm Herald, Radio Lindholm. */
export function mediumAt(tokens: readonly Token[], at: number, floor: number): Phrase | null {
  const { text = '', lower = '' } = tokens[at] ?? {};
  if (!MEDIA.has(lower) || !isCapitalised(text)) return null;
  let from = at;
  while (
    from > floor &&
    at - from < 4 &&
    isCapitalised(tokens[from - 1]?.text ?? '') &&
    !NO_NAMES.has(tokens[from - 1]?.lower ?? '')
  )
    from -= 1;
  let to = at;
  // Radio Lindholm
  if (from === at && /^(?:radio|tv|television)$/u.test(lower) && isCapitalised(tokens[at + 1]?.text ?? ''))
    to = at + 1;
  while (
    /^(?:News|Mail|Star|Sun|Times|Post|Journal|Press|Service|Network)$/u.test(tokens[to + 1]?.text ?? '')
  )
    to += 1;
  if (from === at && to === at) return null;
  const kind = /^(?:radio|tv|television|broadcasting)$/u.test(lower)
    ? 'broadcaster'
    : lower === 'wire'
      ? 'agency'
      : 'press';
  return { from, to, bare: false, voice: voiceNamed(nameOf(tokens, from, to), kind) };
}
