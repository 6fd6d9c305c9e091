import { z } from 'zod';
import { DEFAULT_HTTP } from '../../domain/settings.ts';
import { language, textThat, timezone, words } from './parts.ts';

export const DEFAULT_CRON = '*/10 * * * *';

const HOST = /^(?:[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;
const BARE_IPV6 = /^(?=.*:.*:)[0-9a-f:.]+$/i;

const hostAndPort = () =>
  textThat('a host or host:port without scheme and path, an IPv6 address in brackets', (value) => {
    if (HOST.test(value)) return null;
    return { what: 'is not a host', write: BARE_IPV6.test(value) ? `"[${value}]"` : hostOf(value) };
  });

const hostOf = (value: string): string | undefined =>
  /^[a-z]+:\/\//i.test(value) && URL.canParse(value) ? new URL(value).host : undefined;

const storeAddress = () =>
  textThat('sqlite: and the path of a file', (value) => {
    if (/^sqlite:(?!\/\/)./.test(value)) return null;
    const [, scheme, path] = /^(?:([a-z]+):(?:\/\/)?)?(.*)$/s.exec(value) ?? [];
    if (scheme === undefined || scheme === 'sqlite') return { what: 'is no store', write: `sqlite:${path}` };
    return { what: `asks for a store of the kind ${scheme}, and SQLite is the only one there is yet` };
  });

const baseAddress = () =>
  textThat('the http(s) address it is reached under', (value) => {
    const bare = URL.canParse(value) && /^https?:/i.test(value) && !/[?#]/.test(value);
    return bare ? null : { what: 'is not an address of a folder', write: completed(value) };
  });

const completed = (value: string): string | undefined =>
  /^[\w.-]+\.[a-z]{2,}(?:[:/]|$)/i.test(value) ? `https://${value}` : undefined;

const tagAuthority = () =>
  textThat(
    'a domain or address of yours and a date on which you held it, such as example.org,2026 (RFC 4151)',
    (value) =>
      /^[\w.@-]+,\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(value) ? null : { what: 'is no tagging authority' },
  );

const http = z.strictObject({
  timeoutSeconds: z
    .number()
    .min(1)
    .max(600)
    .default(DEFAULT_HTTP.timeoutSeconds)
    .describe('How long one answer may take, in seconds.'),
  maxBytes: z
    .int()
    .min(1_000)
    .max(1_000_000_000)
    .default(DEFAULT_HTTP.maxBytes)
    .describe('The most bytes of one answer, after decompression.'),
  perHost: z.int().min(1).max(64).default(DEFAULT_HTTP.perHost).describe('Connections at once to one host.'),
  total: z.int().min(1).max(512).default(DEFAULT_HTTP.total).describe('Connections at once to all hosts.'),
  allowPrivateHosts: z
    .array(hostAndPort())
    .default([])
    .describe(
      'Hosts (`host` or `host:port`) on private addresses that sources of sources.yaml may be on. Redirects and links never lead there.',
    ),
});

const publish = z.strictObject({
  dir: words().default('../feeds').describe('The folder the feeds are written to.'),
  baseUrl: baseAddress()
    .nullable()
    .default(null)
    .describe('The address that folder is served from; without it feeds carry no `rel="self"` link.'),
  entries: z.int().min(1).max(5_000).default(100).describe('The most entries a feed holds.'),
  newWithinDays: z
    .number()
    .min(0)
    .default(7)
    .describe('An article older than this when first seen enters the corpus, not the feeds.'),
  languages: z
    .array(language())
    .min(1)
    .default(['en'])
    .describe("Preferred languages of a story's lead, best first."),
  tagAuthority: tagAuthority()
    .nullable()
    .default(null)
    .describe(
      'Makes the ids of entries `tag:` addresses of yours (`example.org,2026`). Never change it once people subscribe.',
    ),
});

const web = z.strictObject({
  host: words().default('127.0.0.1').describe('The address `watch` and `serve` listen on.'),
  port: z.int().min(0).max(65_535).default(8787).describe('The port they listen on; 0: any free one.'),
  hosts: z
    .array(hostAndPort())
    .default([])
    .describe(
      'Host headers they answer to, besides those of this machine: the names people open the page under.',
    ),
  baseUrl: baseAddress()
    .nullable()
    .default(null)
    .describe(
      'The address people open the page under, such as https://example.org/watch/; its host is answered to, and the review feed leads there.',
    ),
  public: z
    .boolean()
    .default(false)
    .describe('Anybody may read the page, not only the feeds; changes always want the token.'),
});

/** config/topicwatch.yaml. */
export const programSchema = z
  .strictObject({
    store: storeAddress()
      .default('sqlite:../data/topicwatch.db')
      .describe('Where everything is kept: `sqlite:` and the path of the database.'),
    schedule: z
      .strictObject({
        cron: words()
          .default(DEFAULT_CRON)
          .describe('When `watch` runs a cycle: minute, hour, day of month, month, day of week.'),
        timezone: timezone().default('UTC').describe('The time zone of that line.'),
      })
      .prefault({})
      .describe('When `watch` polls. `run` from cron has its own schedule.'),
    http: http.prefault({}).describe('How sources are fetched.'),
    publish: publish.prefault({}).describe('What is published, and where.'),
    web: web.prefault({}).describe('The page and the feeds over HTTP.'),
    retention: z
      .strictObject({
        rejectedDays: z
          .number()
          .min(1)
          .default(90)
          .describe('Days a rejected article is kept. Accepted ones stay.'),
        revisions: z.int().min(0).max(10_000).default(20).describe('Old revisions kept of one article.'),
      })
      .prefault({})
      .describe('What is kept, and for how long.'),
  })
  .meta({ title: 'topicwatch.yaml', description: 'Settings of the program. Every key may be left out.' });

export type ProgramFile = z.output<typeof programSchema>;
