/** What a body is called in English that accounts name in another language. */

import { countryNamed } from '../../text/names/countries.ts';
import { STATES } from './states.ts';
import type { Voice } from './voice.ts';

/** What bodies are called in English, by their roles in alphabetical order; ministries are called by their field. */
const ENGLISH: Readonly<Record<string, string>> = {
  police: 'police',
  prosecutors: "prosecutors' office",
  parliament: 'parliament',
  government: 'government',
  military: 'military',
  coastguard: 'coast guard',
  customs: 'customs service',
  weather: 'weather service',
  presidency: "president's office",
  'office president': "president's office",
  'committee investigation': 'Investigative Committee',
  'aviation service': 'aviation agency',
  'inspection technical': 'industrial safety inspectorate',
  'inspection transport': 'transport inspectorate',
  'consumer inspection': 'consumer protection agency',
  'agriculture inspection': 'agricultural inspectorate',
  'environment inspection': 'environment inspectorate',
};

/** Bodies whose abbreviation is borne in one state alone. */
const ONLY_RUSSIAN = /^(?:Рос[а-яё]{4,}надзор|Росавиация)$/u;

/**
 * What a body that is named in another language is called in English: Минобороны РФ is the Russian Defence Ministry, 폴란드 외교부
 * Poland's Foreign Ministry. Null: the tables do not know such a body, or whose it is: the name of a town has many spellings.
 */
export function englishNameOf({ name, form, roles, proper, state }: Voice): string | null {
  if (form !== 'body') return null;
  const [head = '', field = ''] = roles;
  const sort =
    ENGLISH[roles.toSorted().join(' ')] ??
    (head === 'ministry' && roles.length === 2 ? `${capital(field)} Ministry` : undefined);
  if (sort === undefined) return null;
  const owner = ONLY_RUSSIAN.test(name) ? 'russia' : state;
  if (owner !== null) return `${STATES[owner]?.[1] ?? ''} ${sort}`.trim();
  const [place, ...others] = proper;
  if (place === undefined) return sort;
  const country = others.length === 0 ? countryNamed(place)?.names.en?.[0] : undefined;
  return country === undefined ? null : `${country}'s ${sort}`;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
