/** Who says so in a Japanese or Chinese sentence. */

import type { HeardIn, Reading } from './reading.ts';

/** Behind a voice in Japanese and Chinese: by, in the words of. */
const BEHIND = /^(?:通信)?(?:に?よると|によれば|は|が|报道|報道|消息|称|稱|电|電|说|表示|指出)/u;
/** What a sentence ends with whose subject speaks. */
const SAID = /(?:伝え|報じ|発表し|明らかにし|述べ|報道)[^。]{0,8}。?$/u;
const BEFORE = /(?:据|據|援引)(?:[^，。、]{0,12})$/u;

/** The known voices a Japanese or Chinese sentence gives what it says to; bodies are not told apart by their grammar here. */
export function hanVoices({ sentence, named }: Reading): HeardIn {
  const speaking = named.flatMap(({ voice, start, end }) => {
    const behind = BEHIND.exec(sentence.slice(end, end + 12))?.[0] ?? null;
    const isSubject = behind === 'は' || behind === 'が' ? SAID.test(sentence.slice(-24)) : behind !== null;
    return isSubject || BEFORE.test(sentence.slice(Math.max(0, start - 16), start)) ? [voice] : [];
  });
  return { speaking, acting: [] };
}
