import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, hashOf, sha256, uuidFrom } from '../../src/text/fingerprints.ts';

describe('sha256', () => {
  it('gives the digest that the standard gives (FIPS 180-4)', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('hashes a text as its UTF-8 bytes', () => {
    expect(sha256('푸틴')).toBe(sha256(new TextEncoder().encode('푸틴')));
  });
});

describe('hashing data', () => {
  it('does not depend on the order of keys, and does on the order of lists', () => {
    expect(hashOf({ id: 'russia', names: { en: ['Russia'], ru: ['Россия'] } })).toBe(
      hashOf({ names: { ru: ['Россия'], en: ['Russia'] }, id: 'russia' }),
    );
    expect(hashOf(['a', 'b'])).not.toBe(hashOf(['b', 'a']));
  });

  it('leaves out what is undefined, as JSON does', () => {
    expect(canonicalJson({ a: 1, b: undefined, c: [undefined] })).toBe('{"a":1,"c":[null]}');
  });

  it('gives JSON that reads back as the same data', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        expect(JSON.parse(canonicalJson(data))).toEqual(JSON.parse(JSON.stringify(data)));
      }),
    );
  });

  it('refuses what JSON cannot hold', () => {
    expect(() => canonicalJson({ at: Number.NaN })).toThrow(TypeError);
    expect(() => canonicalJson([() => 1])).toThrow(TypeError);
  });
});

describe('ids from a seed', () => {
  it('are UUIDs of version 8 and variant 2 (RFC 9562 §4)', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (namespace, seed) => {
        expect(uuidFrom(namespace, seed)).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
      }),
    );
  });

  it('are the same for the same seed, and others in another namespace', () => {
    expect(uuidFrom('article', 'https://example.org/1')).toBe(uuidFrom('article', 'https://example.org/1'));
    expect(uuidFrom('article', 'https://example.org/1')).not.toBe(uuidFrom('story', 'https://example.org/1'));
    expect(uuidFrom('a', 'bc')).not.toBe(uuidFrom('ab', 'c'));
  });
});
