import type { SourceKind } from '../../../domain/source.ts';
import { type Voice, voiceNamed } from '../voice.ts';
import { type KoreanWord, PARTICLES, SAY, SUBJECT } from './words.ts';

/** What a name is told by that no table knows: 시민단체 푸른바다는 … 주장했다. */
const SORTS: Readonly<Record<string, SourceKind>> = {
  시민단체: 'other',
  환경단체: 'other',
  단체: 'other',
  업체: 'other',
  기업: 'other',
  선사: 'other',
  운영사: 'other',
  제조사: 'other',
  항공사: 'other',
  매체: 'press',
  일간지: 'press',
  통신사: 'agency',
};

/** Whom no table knows, by what they are told by. */
export function titledIn(spoken: readonly KoreanWord[]): Voice | null {
  if (!SAY.has(spoken.at(-1)?.text ?? '')) return null;
  const at = spoken.findIndex(
    ({ text }, place) => Object.hasOwn(SORTS, text) && SUBJECT.test(spoken[place + 1]?.text ?? ''),
  );
  const name = at < 0 ? '' : (spoken[at + 1]?.text ?? '').replace(PARTICLES, '');
  return name.length < 2 ? null : voiceNamed(name, SORTS[spoken[at]?.text ?? '']);
}
