import type { Language } from '../../domain/time.ts';
import { stem } from '../stem.ts';

/** A country by its names, as Unicode's CLDR has them, and what people say besides. */
export interface Country {
  /** ISO 3166-1, two capitals. */
  readonly code: string;
  /** By language, the usual name first; short forms (U.S.) and irregular adjectives (French) are among them. */
  readonly names: Readonly<Record<Language, readonly string[]>>;
}

const LANGUAGES = ['en', 'ru', 'ko', 'ja', 'zh'] as const;

/** What CLDR does not have: adjectives that no rule makes of the name, and what newspapers say. */
const ALSO: Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>> = {
  AE: { en: ['UAE', 'Emirati'], ru: ['ОАЭ'] },
  CD: { en: ['Congolese'] },
  CH: { en: ['Swiss'] },
  CN: { en: ['Chinese'] },
  CY: { en: ['Cypriot'] },
  CZ: { en: ['Czech Republic', 'Czech'], ru: ['чешский'] },
  DE: { en: ['German'], ru: ['немецкий', 'германский', 'ФРГ'] },
  DK: { en: ['Danish'] },
  ES: { en: ['Spanish'] },
  FI: { en: ['Finnish'] },
  FR: { en: ['French'] },
  GB: { en: ['Britain', 'British', 'U.K.'], ru: ['британский', 'Британия'], ja: ['英国'] },
  GR: { en: ['Greek'] },
  IE: { en: ['Irish'] },
  IS: { en: ['Icelandic'] },
  KP: {
    en: ['North Korean', 'DPRK'],
    ru: ['Северная Корея', 'северокорейский'],
    ko: ['조선민주주의인민공화국'],
  },
  KR: { en: ['South Korean'], ru: ['Южная Корея', 'южнокорейский'], ko: ['한국'] },
  LB: { en: ['Lebanese'] },
  NL: { en: ['Dutch'], ru: ['Голландия', 'голландский'] },
  NO: { en: ['Norwegian'] },
  NZ: { en: ['New Zealander'] },
  PE: { en: ['Peruvian'] },
  PH: { en: ['Filipino', 'Philippine'] },
  PL: { en: ['Polish'], ru: ['польский'] },
  RU: { en: ['Russian Federation'], ru: ['РФ', 'российский', 'Российская Федерация'] },
  SE: { en: ['Swedish'] },
  TH: { en: ['Thai'] },
  TR: { en: ['Turkey', 'Turkish'], ru: ['турецкий'] },
  UA: { en: ['Ukrainian'] },
  US: { en: ['U.S.', 'USA', 'America', 'American'], ru: ['США', 'американский'], ja: ['米国', 'アメリカ'] },
};

/** Countries by each of their names in small letters, once one was asked for. */
let known: ReadonlyMap<string, Named> | null = null;
/** Countries by their towns, likewise; apart from the names, since few ask and to list time zones takes a tenth of a second. */
let towns: ReadonlyMap<string, Country> | null = null;

interface Named {
  readonly country: Country;
  /** As it is listed. */
  readonly name: string;
}

/**
 * The country a name or an adjective stands for, in English, Russian (in any case), Korean, Japanese or Chinese: Russia, Russian,
 * России, российский, 러시아. Null: none.
 */
export function countryNamed(name: string): Country | null {
  return lookUp(name)?.country ?? null;
}

/** That name as it is listed, in the nominative: Россия of России. Null: it names no country. */
export function countryName(name: string): string | null {
  return lookUp(name)?.name ?? null;
}

function lookUp(name: string): Named | null {
  known ??= byName(allCountries());
  const plain = name.toLowerCase().replace(/^the /, '');
  // Of a shorter word too little is left: Но is no Ниуэ.
  return known.get(plain) ?? (/^[а-яё]{4}/.test(plain) ? known.get(stemsOf(plain)) : undefined) ?? null;
}

/** The country that has a town in the list of time zones: Moscow, Pyongyang. English names only; null: none. */
export function countryOfCity(name: string): Country | null {
  towns ??= byTown(allCountries());
  return towns.get(name.toLowerCase()) ?? null;
}

function byName(countries: readonly Country[]): ReadonlyMap<string, Named> {
  const names = new Map<string, Named>();
  for (const country of countries) {
    for (const [language, listed] of Object.entries(country.names)) {
      for (const name of [...listed.flatMap((usual) => adjectives(usual, language)), ...listed]) {
        names.set(name.toLowerCase(), { country, name });
        if (language === 'ru' && name !== name.toUpperCase()) names.set(stemsOf(name), { country, name });
      }
    }
  }
  return names;
}

function stemsOf(name: string): string {
  const stems = name.split(/[\s-]+/).map((word) => stem(word, 'ru').replace(/[аеиоуыэюя]+$/, ''));
  return `ru:${stems.join(' ')}`;
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** What the codes hold besides countries. */
const NO_COUNTRIES: ReadonlySet<string> = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

function allCountries(): readonly Country[] {
  const names = LANGUAGES.map(
    (language) =>
      [language, new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })] as const,
  );
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).flatMap((code) => {
    if (NO_COUNTRIES.has(code) || names[0]?.[1].of(code) === undefined || isReplaced(code)) return [];
    const called = names.map(([language, display]) => {
      const usual = display.of(code);
      const all = [...(usual === undefined ? [] : [usual]), ...(ALSO[code]?.[language] ?? [])];
      return [language, [...new Set(all)]] as const;
    });
    return [{ code, names: Object.fromEntries(called) }];
  });
}

/** Of a country that is no more (SU), or whose code has changed. */
function isReplaced(code: string): boolean {
  return new Intl.Locale(`und-${code}`).region !== code;
}

/** The adjectives rules make of a name: Russian, Ukrainian, Vietnamese; китайский, украинский. A wrong one is never met. */
function adjectives(name: string, language: Language): readonly string[] {
  if (/\s|^\p{Lu}+$/u.test(name)) return [];
  if (language === 'en') {
    if (name.endsWith('a')) return [`${name}n`, `${name.slice(0, -1)}ian`];
    if (name.endsWith('e')) return [`${name.slice(0, -1)}ian`];
    if (/[yo]$/.test(name)) return [`${name.slice(0, -1)}ian`, `${name.slice(0, -1)}an`];
    return [`${name}i`, `${name}ian`, `${name}ese`, `${name}an`];
  }
  if (language !== 'ru') return [];
  const stem = name.replace(/(?:ия|[аяйье])$/u, '').toLowerCase();
  return [`${stem}ский`, `${stem}йский`];
}

/** By the towns their time zones are named after; mostly the capital is one. */
function byTown(countries: readonly Country[]): ReadonlyMap<string, Country> {
  return new Map(
    countries.flatMap((country) => townsOf(country).map((town) => [town.toLowerCase(), country] as const)),
  );
}

function townsOf({ code }: Country): readonly string[] {
  // ECMA-402 has it since 2026, TypeScript not yet.
  const locale: Intl.Locale & { getTimeZones?(): readonly string[] } = new Intl.Locale(`und-${code}`);
  return (locale.getTimeZones?.() ?? []).map((zone) => (zone.split('/').at(-1) ?? '').replaceAll('_', ' '));
}
