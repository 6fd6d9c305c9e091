import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../text/fingerprints.ts';
import { listen } from './http-server.ts';
import { createPublishedFiles } from './published-files.ts';

const SHIPPED = fileURLToPath(new URL('../../config/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.rss': 'application/rss+xml',
  '.rdf': 'application/rdf+xml',
  '.atom': 'application/atom+xml',
  '.json': 'application/feed+json',
  '.html': 'text/html',
};

/** Makes the demo's folder below the system's temporary one, and serves its sample feeds on a free port. */
export async function openDemoFolder() {
  const dir = await mkdtemp(join(tmpdir(), 'topicwatch-demo-'));
  const configDir = join(dir, 'config');
  await cp(join(SHIPPED, 'demo'), configDir, { recursive: true });
  await cp(join(SHIPPED, 'topics'), join(configDir, 'topics'), { recursive: true });

  let layers = [join(configDir, 'feeds')];
  const server = await listen((request) => sample(request, layers), { host: '127.0.0.1', port: 0 });
  for (const name of await readdir(configDir)) {
    if (!name.endsWith('.yaml')) continue;
    const file = join(configDir, name);
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll('127.0.0.1:0', new URL(server.url).host));
  }
  return {
    dir,
    configDir,
    later: () => {
      layers = [join(configDir, 'feeds-later'), ...layers];
    },
    close: server.close,
  };
}

/** A sample feed from the first layer that has it, with an ETag, as a well-kept server sends it. */
async function sample(request: Request, layers: readonly string[]): Promise<Response> {
  const name = decodeURIComponent(new URL(request.url).pathname.slice(1));
  for (const layer of layers) {
    const file = await createPublishedFiles(layer).read(name);
    if (file === null) continue;
    const etag = `"${sha256(file.content).slice(0, 16)}"`;
    const headers = { etag, 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' };
    if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
    return new Response(new Uint8Array(file.content), { headers });
  }
  return new Response('no such sample\n', { status: 404 });
}
