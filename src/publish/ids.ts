import { uuidFrom } from '../text/fingerprints.ts';

/**
 * The published id of something that has a UUID of its own: a story, a development.
 * `urn:uuid:…` (RFC 9562), or `tag:AUTHORITY:PATH/UUID` (RFC 4151) where an authority is configured. Neither depends on
 * where the feed is served from.
 */
export function mintedId(authority: string | null, path: string, uuid: string): string {
  return authority === null ? `urn:uuid:${uuid}` : `tag:${authority}:${path}/${uuid}`;
}

/** The published id of what is known by its place only: a feed, a scheme of tags, an article within a topic. */
export function derivedId(authority: string | null, path: string): string {
  return authority === null ? `urn:uuid:${uuidFrom('published', path)}` : `tag:${authority}:${path}`;
}
