/** Which body a name is all of: that of an outlet, or of a concept. */

import { englishBodies } from './english/bodies.ts';
import { russianBodies } from './russian/bodies.ts';
import { tokensOf } from './tokens.ts';
import type { Voice } from './voice.ts';

/**
 * The body a name is all of, such as that of an outlet or of a concept: a ministry is that ministry, however others call it.
 * Null: it is no body's.
 */
export function bodyNamed(name: string): Voice | null {
  const tokens = tokensOf(name);
  const whole = [...englishBodies(tokens), ...russianBodies(tokens)].find(
    ({ from, to, bare, voice }) => from === 0 && to === tokens.length - 1 && !bare && voice.form === 'body',
  );
  return whole?.voice ?? null;
}
