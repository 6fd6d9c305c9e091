import { z } from 'zod';
import { REPUBLISH, SOURCE_KINDS } from '../../domain/source.ts';
import { language, publicId, textThat, timezone, words } from './parts.ts';

const SECRET = /\$\{[A-Z_][A-Z0-9_]*\}/g;

/** An address with each `${NAME}` replaced by a letter, so that it can be looked at as an address. */
export const withoutSecrets = (url: string): string => url.replace(SECRET, 'x');

const sourceAddress = () =>
  textThat('an address that begins with https://, http:// or file:', (url) => {
    if (url.startsWith('file:')) return url.length > 'file:'.length ? null : { what: 'names no file' };
    const bare = withoutSecrets(url);
    if (/\$\{/.test(bare))
      return { what: 'holds a dollar sign and brace without a NAME of capitals, digits and _' };
    if (!/^https?:\/\//i.test(url) || !URL.canParse(bare)) {
      const domain = /^(?:\/\/|feed:(?:\/\/)?(?:https?:\/\/)?)?([\w-]+(?:\.[\w-]+)+(?:[:/?]\S*)?)$/.exec(
        url,
      )?.[1];
      return { what: 'is not an address', write: domain && `https://${domain}` };
    }
    return holdsPassword(url) ? { what: 'holds a password', write: ADVICE, value: hidden(url) } : null;
  });

const ADVICE = `it as \${NAME}, and set NAME in the environment`;

/** The address without its password, since messages end up in logs. */
const hidden = (url: string): string => url.replace(/\/\/[^/?#]*@/, '//…@');

/** Whether the part before the host says more than what is taken from the environment. */
function holdsPassword(url: string): boolean {
  const said = /^https?:\/\/([^/?#]*)@/i.exec(url)?.[1]?.replace(SECRET, '') ?? '';
  return said !== '' && said !== ':';
}

const source = z.strictObject({
  id: publicId().describe(
    'Its permanent name, part of the key of every article it brings. Do not change it.',
  ),
  url: sourceAddress().describe(
    'The address of the feed, or `file:` and a path below this folder. A secret stands as `$' +
      '{NAME}`, filled in from the environment when fetching.',
  ),
  title: words().optional().describe('What readers see; by default the host of the address.'),
  language: language().optional().describe("What it writes in: helps to recognise an article's language."),
  kind: z
    .enum(SOURCE_KINDS)
    .default('other')
    .describe('What stands behind it. Shown to readers; it never raises or lowers a score.'),
  timezone: timezone().default('UTC').describe('The time zone of dates that name none.'),
  fullText: z
    .boolean()
    .default(false)
    .describe('Fetch the page behind a plausible article, for feeds that hold only part of it.'),
  republish: z
    .enum(REPUBLISH)
    .optional()
    .describe(
      'How much of its text the feeds show: titles, a short excerpt, or everything. By default `excerpt`; `title` for a state agency and for what is paywalled or private.',
    ),
  paywalled: z
    .boolean()
    .default(false)
    .describe('Its articles are usually behind a paywall, so that another account makes a better lead.'),
  private: z.boolean().default(false).describe('Publish it by title only, without its address.'),
  folder: words()
    .optional()
    .describe(
      'The folder it stands in in lists of feeds (OPML), with slashes between folders: `News/Ports`.',
    ),
  disabled: words().optional().describe('Why it is not polled. Leave the key out to poll it.'),
});

/** config/sources.yaml; an empty file is an empty list. */
export const sourcesSchema = z
  .array(source)
  .meta({ title: 'sources.yaml', description: 'The sources that are polled.' });

export type SourceEntry = z.output<typeof source>;
/** A source as a person would write it. */
export type SourceInput = z.input<typeof source>;
