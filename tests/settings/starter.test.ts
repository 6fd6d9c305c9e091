import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeSettings } from '../../src/settings/edit/save.ts';
import { loadSettings } from '../../src/settings/load.ts';
import { starterFiles } from '../../src/settings/starter.ts';
import { folderWith, refusal } from './folder.ts';

describe('a new folder of settings', () => {
  it('can be used at once, and says nothing but the defaults', async () => {
    const dir = join(await folderWith({}), 'new/config');
    const written = await writeSettings(dir, starterFiles());
    expect(written).toEqual(
      [
        'topicwatch.yaml',
        'sources.yaml',
        'topics/arctic-shipping.yaml',
        'schema/topicwatch.schema.json',
        'schema/sources.schema.json',
        'schema/topic.schema.json',
      ].map((name) => join(dir, name)),
    );
    const settings = await loadSettings(dir);
    expect(settings.sources.map(({ id }) => id)).toEqual(['un-press', 'guardian-world']);
    expect(settings.topics[0]?.concepts.length).toBeGreaterThan(3);
    const bare = await folderWith({
      'topicwatch.yaml': '',
      'sources.yaml': '',
      'topics/a.yaml': 'id: a\ntitle: A\n',
    });
    const { dir: _, store, publish, sources, topics, ...rest } = await loadSettings(bare);
    expect(settings).toMatchObject(rest);
  });

  it('takes the sources and the topic it is given', async () => {
    const dir = await folderWith({});
    const sources = [
      {
        id: 'harbour-gazette',
        url: 'https://harbour.example/feed',
        title: 'Harbour Gazette',
        language: 'en',
      },
      { id: 'listok', url: 'https://listok.example/rss', title: 'Заозёрский листок' },
    ];
    await writeSettings(dir, starterFiles(sources, { id: 'ports', text: 'id: ports\ntitle: Ports\n' }));
    const settings = await loadSettings(dir);
    expect(settings.sources).toMatchObject(sources);
    expect(await readdir(join(dir, 'topics'))).toEqual(['ports.yaml']);
  });

  it('never overwrites: where one file is there already, none is written', async () => {
    const dir = await folderWith({ 'topics/arctic-shipping.yaml': 'mine' });
    const error = await refusal(() => writeSettings(dir, starterFiles()));
    expect(error.message).toBe(
      `${dir}/topics/arctic-shipping.yaml: it is there already, and nothing was written; name another folder: topicwatch init DIR`,
    );
    expect(await readdir(dir)).toEqual(['topics']);
    expect(await readFile(join(dir, 'topics/arctic-shipping.yaml'), 'utf8')).toBe('mine');
  });

  it('is not put where a file stands in the way', async () => {
    const dir = await folderWith({ config: 'a file' });
    expect((await refusal(() => writeSettings(join(dir, 'config'), starterFiles()))).message).toContain(
      'config/',
    );
  });
});
