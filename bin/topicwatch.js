#!/usr/bin/env node
// Plain JavaScript on purpose: an older Node cannot load TypeScript, and must still get a clear sentence.
import { existsSync } from 'node:fs';
import module from 'node:module';

const OLDEST = [22, 19];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  process.stderr.write(
    `topicwatch needs Node ${OLDEST.join('.')} or newer, and this is Node ${process.versions.node}. ` +
      'Install a newer Node, or from a checkout use: npm run -s topicwatch -- COMMAND\n',
  );
  process.exit(1);
}

module.enableCompileCache?.();
// A checkout runs its TypeScript as it is; an installed package holds only the compiled form.
const source = new URL('../src/main.ts', import.meta.url);
const entry = existsSync(source) ? source : new URL('../dist/main.js', import.meta.url);
await import(entry.href);
