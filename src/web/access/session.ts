import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What a keeper who gave the token holds. */
export interface Session {
  /** Stands in every form; no other site can know it. */
  readonly formToken: string;
}

/** How long the cookie opens the page, in seconds. */
export const SESSION_SECONDS = 30 * 24 * 3_600;

/**
 * The value of a session's cookie: when it was begun, and a code that only the holder of the token can make of that (HMAC,
 * RFC 2104). It keeps no state here, outlives a restart, and ends when another token is set.
 */
export function beginSession(token: string, now: Date): string {
  const begun = Math.floor(now.getTime() / 1_000).toString(36);
  return `${begun}.${codeOf(token, `session ${begun}`)}`;
}

/** The session of a cookie's value; null where it was not begun with this token, or too long ago. */
export function readSession(token: string, cookie: string, now: Date): Session | null {
  const [begun = '', code = ''] = cookie.split(/\.(.*)/s, 2);
  if (!isSecret(code, codeOf(token, `session ${begun}`))) return null;
  const age = now.getTime() / 1_000 - Number.parseInt(begun, 36);
  return age <= SESSION_SECONDS ? { formToken: codeOf(token, `form ${begun}`) } : null;
}

/** Whether somebody said the secret. It takes as long for a near miss as for any other, so that time tells nothing. */
export function isSecret(said: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(said), digest(secret));
}

const codeOf = (token: string, text: string): string =>
  createHmac('sha256', token).update(text).digest('base64url');
