// Serves the files of a folder on loopback with an ETag each, in a process of its own so that its work is not counted.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const [folder = '.'] = process.argv.slice(2);
const files = new Map(
  readdirSync(folder).map((name) => {
    const body = readFileSync(join(folder, name));
    return [`/${name}`, { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` }];
  }),
);

let tell = false;
process.on('message', () => {
  tell = true; // whoever started us wants to know of the next request
});

const server = createServer((request, response) => {
  if (tell) process.send?.({ asked: request.url });
  tell = false;
  const file = files.get(request.url ?? '');
  if (!file) response.writeHead(404).end();
  else if (request.headers['if-none-match'] === file.etag) response.writeHead(304, { etag: file.etag }).end();
  else {
    const type = file.body.includes('<feed ') ? 'application/atom+xml' : 'application/rss+xml';
    response.writeHead(200, { etag: file.etag, 'content-type': `${type}; charset=utf-8` }).end(file.body);
  }
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.once('disconnect', () => process.exit());
