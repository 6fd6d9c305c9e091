/** The longest id the settings take. */
export const ID_LENGTH = 64;

/** Long enough to be told apart, short enough to type. */
const SHORT = 40;

/** The nearest thing to an id in a text of Latin letters; empty where there is none. */
export function idLike(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, ID_LENGTH)
    .replace(/^-+|-+$/g, '');
}

/**
 * A short id for what has a name in Latin letters: `port-sallow` of Port Sallow; cut between words where it can be. May be empty.
 */
export function shortId(name: string): string {
  const id = idLike(name.replace(/['’`]/g, ''));
  if (id.length <= SHORT) return id;
  return id
    .slice(0, SHORT + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, SHORT);
}

/** An id, numbered where it is taken: `vell`, `vell-2`. */
export function numbered(id: string, isTaken: (id: string) => boolean): string {
  let one = id;
  for (let copy = 2; isTaken(one); copy += 1) one = `${id}-${copy}`;
  return one;
}
