// The yardstick: plain rss-parser over the same bytes, and nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Parser from 'rss-parser';

const [folder = '.'] = process.argv.slice(2);
const parser = new Parser();
for (const name of readdirSync(folder)) await parser.parseString(readFileSync(join(folder, name), 'utf8'));
