import { createRequire } from 'node:module';
import type { Language } from '../domain/time.ts';
import { compose, fold } from './fold.ts';
import { stemKorean } from './korean.ts';

const require = createRequire(import.meta.url);

/** Snowball's name of each language it stems. */
const ALGORITHMS: ReadonlyMap<Language, string> = new Map(
  [
    'ar arabic, hy armenian, eu basque, ca catalan, cs czech, da danish, nl dutch, en english, fi finnish, fr french',
    'de german, hu hungarian, ga irish, it italian, no norwegian, pt portuguese, ro romanian, ru russian, es spanish',
    'sl slovene, sv swedish, ta tamil, tr turkish',
  ]
    .flatMap((line) => line.split(', '))
    .map((pair): [Language, string] => [pair.slice(0, 2), pair.slice(3)]),
);

interface Stemmer {
  stem(word: string): string;
}

const stemmers = new Map<string, Stemmer>();

/**
 * The folded stem of a word: troops and troop, военными and военных, 푸틴은 and 푸틴 give the same. Korean has a stemmer of our own, a
 * language that Snowball does not know is only folded.
 */
export function stem(word: string, language: Language): string {
  if (language === 'ko') return stemKorean(fold(word));
  const algorithm = ALGORITHMS.get(language);
  if (algorithm === undefined) return fold(word);
  const plain = compose(word);
  return fold(stemmerFor(algorithm).stem(language === 'ru' ? plain.replaceAll('ё', 'е') : plain));
}

function stemmerFor(algorithm: string): Stemmer {
  const known = stemmers.get(algorithm);
  if (known) return known;
  const snowball: { newStemmer(name: string): Stemmer } = require('snowball-stemmers');
  const stemmer = snowball.newStemmer(algorithm);
  stemmers.set(algorithm, stemmer);
  return stemmer;
}
