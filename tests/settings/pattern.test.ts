import { describe, expect, it } from 'vitest';
import { patternFault } from '../../src/settings/pattern.ts';

describe('patterns of exclusions', () => {
  it.each([
    'ship(?:yard|building)s?',
    '조선(?:일보|업|소)',
    '\\bjoseon\\s+dynasty',
    '(?<year>\\d{4})-\\k<year>',
    '(?:\\d{1,3}\\.){3}\\d+',
    '(?<!North )Korea.*?(?:K-?pop|film)',
    '[(+*]+ (?:a|b)*c',
    '\\(a+\\)+b',
    '(?:ab+c){2}d',
  ])('may be %s', (pattern) => {
    expect(patternFault(pattern)).toBeNull();
  });

  it.each([
    '(a+)+b',
    '(?:a*b?)*c',
    '((?:x|y)+z?){2,}!',
    '(?<word>\\w+\\s?)+$',
    '(a{2,})*b',
    '((ab)*c)+d',
    '(?:[a-z]+){20}x',
  ])('must not repeat a repetition, as %s does', (pattern) => {
    expect(patternFault(pattern)?.what).toContain('repeats a group that itself holds a repetition');
  });

  it('must compile under the flags iu, and match something', () => {
    expect(patternFault('a{2,1}')?.what).toMatch(/does not compile \(numbers out of order/);
    expect(patternFault('\\y')?.what).toMatch(/does not compile/);
    expect(patternFault('a*')?.what).toBe('matches an empty text, so everywhere');
  });
});
