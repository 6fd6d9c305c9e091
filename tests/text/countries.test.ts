import { expect, test } from 'vitest';
import { countryName, countryNamed, countryOfCity } from '../../src/text/names/countries.ts';

test.each([
  ['KP', ['North Korea', 'North Korean', 'DPRK', 'КНДР', 'Северной Кореи', 'северокорейских', '북한']],
  ['RU', ['Russia', 'Russian', 'Россией', 'российского', 'РФ', '러시아']],
  ['UA', ['Ukraine', 'Ukrainian', 'Украину', 'украинский']],
  ['GB', ['Britain', 'British', 'U.K.', 'the United Kingdom']],
  ['CA', ['Canada', 'Canadian']],
  ['JP', ['Japan', 'Japanese', 'Японии', '일본']],
])('%s is known by its names and adjectives', (code, names) => {
  expect(names.map((name) => countryNamed(name)?.code)).toEqual(names.map(() => code));
});

test('towns, people and countries that are no more are none', () => {
  for (const name of ['Kursk', 'Putin', 'Soviet Union', 'Korean', ''])
    expect(countryNamed(name), name).toBeNull();
});

test('a declined name is given as it is listed', () => {
  expect(countryName('Северной Кореи')).toBe('Северная Корея');
  expect(countryName('russian')).toBe('Russian');
});

test('towns of the time zones belong to their countries', () => {
  expect(countryOfCity('Moscow')?.code).toBe('RU');
  expect(countryOfCity('Pyongyang')?.code).toBe('KP');
  expect(countryOfCity('Caldmoor')).toBeNull();
});
