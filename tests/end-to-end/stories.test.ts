import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Host, openHost } from './host.ts';
import { type Home, makeHome, topicwatch } from './program.ts';

interface Told {
  readonly title: string;
  readonly text: string;
  /** How long ago it was published; absent: now. */
  readonly days?: number;
}

const SAILS: Told = {
  title: 'Ferry sails again',
  text:
    'The ferry between Caldmoor and Brae sails again after four months in the yard at Imber. Captain Marta Quillfeather took 212 ' +
    'passengers across on the first morning.',
};
const RETOLD: Told = {
  title: 'Ferry is back',
  text:
    'Four months after she was laid up at Imber, the ferry is back between Caldmoor and Brae; 212 passengers were with Captain ' +
    'Marta Quillfeather on the first morning.',
};
const NEWS: Told = {
  title: 'Caldmoor ferry to Brae sails, and who paid for it',
  text:
    'The ferry sails again between Caldmoor and Brae after four months in the yard at Imber. Captain Marta Quillfeather took 212 ' +
    'passengers across on the first morning. Edwin Thorne, a wool merchant, had paid 12,000 crowns towards her new propeller.',
};
const CHOIR: Told = {
  title: 'Spring concert draws 300',
  text:
    'Choirs from Caldmoor, Brae and the villages met to sing madrigals. Some 300 listeners filled the old granary, and conductor ' +
    'Philippa Wren gave three encores.',
};

/** What each outlet carries, newest first. */
let outlets: Record<string, readonly Told[]>;
let host: Host;
let home: Home;
beforeEach(async () => {
  outlets = { gazette: [SAILS, CHOIR], courier: [] };
  host = await openHost((request, response) => {
    const name = request.url?.slice(1) ?? '';
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feedOf(name, outlets[name] ?? []));
  });
  home = makeHome({ gazette: `${host.url}gazette`, courier: `${host.url}courier` });
});
afterEach(async () => {
  await host.close();
  rmSync(home.dir, { recursive: true });
});

const NOW = Date.now();
const dateOf = ({ days = 0 }: Told): string => new Date(NOW - days * 86_400_000).toUTCString();
const addressOf = (outlet: string, { title }: Told): string =>
  `https://${outlet}.example/${title.toLowerCase().replaceAll(/\W+/g, '-')}`;

function feedOf(outlet: string, told: readonly Told[]): string {
  const items = told.map(
    (one) =>
      `<item><title>${one.title}</title><link>${addressOf(outlet, one)}</link><pubDate>${dateOf(one)}</pubDate>` +
      `<description>${one.text}</description></item>`,
  );
  return `<rss version="2.0"><channel><title>${outlet}</title><link>https://${outlet}.example/</link>${items.join('')}</channel></rss>`;
}

async function run(): Promise<void> {
  const { code, stderr } = await topicwatch(['run', '--force', '--config', home.config]);
  expect(code, stderr).toBe(0);
}

async function command(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await topicwatch([...args, '--config', home.config]);
  expect(code, stderr).toBe(0);
  return stdout;
}

const feed = (name = 'caldmoor-brae'): string => readFileSync(join(home.feeds, `${name}.atom`), 'utf8');

/** The entry of a story, to the byte. */
function entry(title: string, name?: string): string | undefined {
  return feed(name)
    .match(/<entry[\s\S]*?<\/entry>/g)
    ?.find((one) => one.includes(`>${title}</title>`));
}

test('a retelling changes no byte of its story’s entry; a development moves it, and gets one of its own', async () => {
  await run();
  const before = entry(SAILS.title);
  expect(before).toContain('Captain Marta Quillfeather');

  outlets.courier = [RETOLD];
  await run();
  expect(entry(SAILS.title)).toBe(before);
  expect(feed('caldmoor-brae.updates').match(/<entry/g)).toHaveLength(2);
  expect(feed('caldmoor-brae.articles')).toContain(RETOLD.title);

  outlets.courier = [NEWS, RETOLD];
  await run();
  const after = entry(SAILS.title) ?? '';
  expect(after).not.toBe(before);
  expect(after).toContain('3 accounts');
  expect(after).toContain('had paid 12,000 crowns');
  expect(/<id>.*?<\/id>/.exec(after)?.[0]).toBe(/<id>.*?<\/id>/.exec(before ?? '')?.[0]);
  const update = entry(NEWS.title, 'caldmoor-brae.updates');
  expect(update).toContain('had paid 12,000 crowns');
});

test('what a person hides leaves the feeds at once, and comes back to the byte', async () => {
  await run();
  const before = feed();
  const said = await command('stories', 'hide', addressOf('gazette', SAILS));
  expect(said).toMatch(/is hidden; \d+ files were published anew/);
  for (const name of ['', '.updates', '.articles']) {
    expect(feed(`caldmoor-brae${name}`)).not.toContain(SAILS.title);
    expect(feed(`caldmoor-brae${name}`)).toContain(CHOIR.title);
  }
  expect(await command('stories')).toMatch(/hidden +Ferry sails again/);
  const undone = await command('stories', 'undo');
  expect(undone).toMatch(/^undone: hide of /);
  expect(undone).not.toContain('Take it back');
  expect(feed()).toBe(before);
});

test('merged stories are one entry, split ones two again; what cannot be done says why and exits with 1', async () => {
  await run();
  const [ferry, choir] = [addressOf('gazette', SAILS), addressOf('gazette', CHOIR)];
  const idOf = async (reference: string): Promise<string> =>
    (JSON.parse(await command('stories', reference, '--json')) as { story: { id: string } }[])[0]?.story.id ??
    '';
  const gone = await idOf(choir);
  expect(await command('stories', 'merge', ferry, choir, '--topic', 'caldmoor-brae')).toContain('2 accounts');
  expect(entry(CHOIR.title)).toBeUndefined();
  expect(entry(SAILS.title)).toContain('2 accounts');
  expect(await idOf(gone)).toBe(await idOf(ferry));

  expect(await command('stories', 'split', ferry, choir)).toContain('1 account');
  expect(await idOf(choir)).toBe(gone);
  expect(entry(CHOIR.title)).toBeDefined();

  const refused = await topicwatch(['stories', 'hide', 'no-such', '--config', home.config]);
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('no story is no-such') });
  const asked = await topicwatch(['explain', gone, '--config', home.config]);
  expect(asked).toMatchObject({ code: 1, stderr: expect.stringContaining(`topicwatch stories ${gone}`) });
});

test('a story shows its timeline, and what an outlet changed in its article afterwards', async () => {
  await run();
  outlets = { gazette: [{ ...SAILS, text: SAILS.text.replace('212', '198') }, CHOIR], courier: [NEWS] };
  await run();
  const shown = await command('stories', addressOf('courier', NEWS));
  expect(shown).toMatch(/^A {2}.* gazette \[en\], opens the story$/m);
  expect(shown).toMatch(/^B {2}.* courier \[en\], brings something new$/m);
  expect(shown).toContain('new: Edwin Thorne, a wool merchant');
  expect(shown).toContain('- Captain Marta Quillfeather took 212 passengers');
  expect(shown).toContain('+ Captain Marta Quillfeather took 198 passengers');
});

test('an article that its outlet takes out of the feed, while older ones stay, is marked in its story, not in the feed', async () => {
  const older = ['Weir mended', 'Market moved', 'Bell cast'].map((title) => ({
    title,
    text: `${title}.`,
    days: 3,
  }));
  outlets.gazette = [SAILS, CHOIR, ...older];
  await run();
  const before = feed();
  outlets.gazette = [CHOIR, ...older];
  await run();
  expect(await command('stories', addressOf('gazette', SAILS))).toMatch(
    /gone from its outlet's feed since 20/,
  );
  expect(await command('stories', addressOf('gazette', CHOIR))).not.toContain('gone from');
  expect(feed()).toBe(before);
  outlets.gazette = [SAILS, CHOIR, ...older];
  await run();
  expect(await command('stories', addressOf('gazette', SAILS))).not.toContain('gone from');
});

test('an article that a person calls off topic leaves its story, and returns to it under the same id', async () => {
  outlets.courier = [NEWS];
  await run();
  const story = async () =>
    (JSON.parse(await command('stories', addressOf('gazette', SAILS), '--json')) as { story: object }[])[0]
      ?.story;
  const before = (await story()) as { id: string; articleIds: string[] };
  expect(before.articleIds).toHaveLength(2);
  await command('label', 'yes', addressOf('gazette', SAILS));
  await command('label', 'no', addressOf('courier', NEWS));
  await run();
  expect(await story()).toMatchObject({ id: before.id, articleIds: [expect.any(String)] });
  expect(feed('caldmoor-brae.articles')).not.toContain(NEWS.title);
  await command('label', 'undo', addressOf('courier', NEWS));
  await run();
  expect(await story()).toMatchObject({ id: before.id });
  expect(((await story()) as { articleIds: string[] }).articleIds.toSorted()).toEqual(
    before.articleIds.toSorted(),
  );
});
