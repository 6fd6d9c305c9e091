import { buffer } from 'node:stream/consumers';
import { Option } from 'commander';
import type { RawDocument } from '../domain/ports.ts';
import { DEFAULT_HTTP } from '../domain/settings.ts';
import { type Context, Failure } from './context.ts';

/** What the argument of a plumbing command says of itself. */
export const WHICH = 'a file, or an http(s) address; standard input where none is given';

export interface AllowPrivate {
  readonly allowPrivate: readonly string[];
}

export const allowPrivate = (): Option =>
  new Option('--allow-private <host[:port]>', 'an address of this host may be fetched although it is private')
    .default([])
    .argParser((host: string, hosts: readonly string[]) => [...hosts, host]);

export const UNKNOWN = { contentType: null, contentLanguage: null, url: '', timezone: 'UTC' } as const;

/** The bytes of a file or of standard input, or what a server sends, through the guarded client. */
export async function findDocument(
  { services, stdin }: Context,
  name: string | undefined,
  { allowPrivate }: AllowPrivate,
): Promise<RawDocument> {
  if (name === undefined) return { ...UNKNOWN, body: await buffer(stdin) };
  if (!/^https?:\/\//i.test(name)) return { ...UNKNOWN, body: await services.files.read(name) };
  const fetcher = await services.fetcher({ ...DEFAULT_HTTP, allowPrivateHosts: allowPrivate });
  const outcome = await fetcher.fetch({
    url: name,
    validators: { etag: null, lastModified: null },
    configured: true,
    signal: services.signal,
  });
  if (outcome.kind === 'fetched') return { ...outcome, timezone: 'UTC' };
  throw new Failure(outcome.kind === 'unchanged' ? `${name} sent nothing; try again later` : outcome.message);
}
