/** Whose voice an outlet is, and who is nobody its account goes back to. */

import { fold } from '../../text/fold.ts';
import { nameFinder } from '../../text/names/finder.ts';
import { languageOfName } from '../../text/names/names.ts';
import type { Name } from '../../text/names/tries.ts';
import type { Account } from '../account.ts';
import { voiceOfHost } from './attributions.ts';
import { bodyNamed } from './body-named.ts';
import { folded } from './same-name.ts';
import { isSameVoice, type Named, type Voice } from './voice.ts';
import type { VoiceFinder } from './voice-finder.ts';

/** Whom an account's own outlet is as a voice, where others cite it. */
export function outletVoice({ outlet, outletKind, url }: Account, find: VoiceFinder): Voice {
  const byName = find(outlet).find(({ voice }) => voice.form === 'known')?.voice;
  const known = byName ?? (url === null ? null : voiceOfHost(hostOf(url)));
  if (known) return known;
  const body = outletKind === 'government' ? bodyNamed(outlet) : null;
  if (body) return body;
  return {
    name: outlet,
    kind: outletKind,
    form: 'name',
    id: `outlet:${fold(outlet)}`,
    conceptId: null,
    roles: [],
    proper: outlet.split(/\s+/u),
    state: null,
  };
}

function hostOf(url: string): string {
  return URL.parse(url)?.host.toLowerCase() ?? '';
}

/** Whether a voice is the account's own outlet, which is nobody it goes back to. */
export function isOwn(voice: Voice, own: Voice): boolean {
  if (isSameVoice(voice, own)) return true;
  const [name, outlet] = [folded(voice.name), folded(own.name)];
  return (
    outlet !== '' &&
    voice.kind !== 'government' &&
    (outlet === name || outlet.includes(` ${name}`) || outlet.startsWith(`${name} `))
  );
}

/** A finder that knows the outlets of a story too: accounts cite one another. */
export function withOutlets(find: VoiceFinder, outlets: readonly Voice[]): VoiceFinder {
  const names = new Map<string, Name<Voice>>();
  for (const voice of outlets) {
    if (voice.form === 'known' || voice.name.trim().length < 3 || names.has(voice.name)) continue;
    names.set(voice.name, {
      text: voice.name,
      language: languageOfName(voice.name),
      isPerson: false,
      of: voice,
    });
  }
  if (names.size === 0) return find;
  const findOutlets = nameFinder(names.values());
  return (text) => {
    const known = find(text);
    const more = findOutlets(text)
      .found.filter(({ start, end }) => !known.some((one) => one.start < end && start < one.end))
      .map(({ of, start, end }): Named => ({ voice: of, start, end }));
    return [...known, ...more].sort((a, b) => a.start - b.start);
  };
}
