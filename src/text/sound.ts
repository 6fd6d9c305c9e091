import anyAscii from 'any-ascii';

/** Sounds that spellings and transliterations of one name interchange; h, w, y and vowels come and go. The order counts. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/x/g, 'ks'],
  [/(ch|[ptk])kh/g, '$1'], // Чх, Пх, Тх, Кх of Korean names
  [/(?<=[kgh])v(?=[aeiouy])/g, ''],
  [/(?:shch|sch|sh|zh|z)/g, 's'],
  [/(?:ch|ts|tc|j)h?/g, 'c'],
  [/(?:kh|gh|ck|q)/g, 'k'],
  [/ph/g, 'p'],
  [/ng(?![aeiouy])/g, 'n'],
  [/[bvfp]/g, 'p'],
  [/g/g, 'k'],
  [/d/g, 't'],
  [/l/g, 'r'],
  [/[^pktsrcnm]/g, ''],
  [/(.)\1+/g, '$1'],
];

/**
 * A name as the row of its consonants, in the few classes that survive transliteration: 파벨 그린코, Павел Гринько and Pavel Grinko all
 * give `pprkrnk`. Close names give close rows; it tells names apart, it does not pronounce them.
 */
export function soundOf(name: string): string {
  return SOUNDS.reduce(
    (sound, [pattern, by]) => sound.replace(pattern, by),
    romanise(name).replace(/\s+/g, ''),
  );
}

/** A name in lower-case Latin letters, words apart by one space. */
export function romanise(name: string): string {
  return anyAscii(name.normalize('NFC'))
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim();
}
