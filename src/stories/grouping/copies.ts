import { sha256 } from '../../text/fingerprints.ts';
import type { Told } from './terms.ts';

/** Texts remembered; the oldest make room. */
const REMEMBERED = 100_000;
/** A shorter text says too little to be known by itself: its title belongs to it. */
const TEXT_LENGTH = 200;

/** Hexadecimal digits: 52 bits fit a number, and chance makes no copies among so few. */
const FINGERPRINT = 13;

/** Recognises a text that is sent out again, whatever its outlet put above it. */
export class Copies {
  readonly #originals = new Map<number, string>();

  /** The id of the first article with this text, which is this one where nobody had it. */
  originalOf(article: Told & { readonly id: string }): string {
    const key = fingerprint(article);
    const original = this.#originals.get(key);
    if (original !== undefined) return original;
    this.renew(article);
    return article.id;
  }

  /** From now on this article is the first with its text: the one before is gone, or long ago. */
  renew(article: Told & { readonly id: string }): void {
    this.#originals.set(fingerprint(article), article.id);
    if (this.#originals.size <= REMEMBERED) return;
    for (const oldest of this.#originals.keys()) {
      this.#originals.delete(oldest);
      break;
    }
  }
}

function fingerprint({ title, text }: Told): number {
  const hash = sha256(`${text.length < TEXT_LENGTH ? `${title}\n` : ''}${text}`);
  return Number.parseInt(hash.slice(0, FINGERPRINT), 16);
}
