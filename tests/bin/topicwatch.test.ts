import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/topicwatch.js', import.meta.url));

/** A way to start the program under some version of Node: the executable, and what it is given before the program. */
interface Runtime {
  readonly version: string;
  readonly node: string;
  readonly flags: readonly string[];
}

/** The Node that runs this test, made to give another version. */
function posingAs(version: string): Runtime {
  const preload = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  return {
    version,
    node: process.execPath,
    flags: ['--import', `data:text/javascript,${encodeURIComponent(preload)}`],
  };
}

/** Every real Node on PATH that is older than 22. */
function oldOnPath(): Runtime[] {
  const found = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  return [...new Set(found.filter(existsSync).map((node) => realpathSync(node)))].flatMap((node) => {
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim().slice(1);
    return Number.parseInt(version, 10) < 22 ? [{ version, node, flags: [] }] : [];
  });
}

const start = ({ node, flags }: Runtime, ...args: string[]) =>
  spawnSync(node, [...flags, BIN, ...args], { encoding: 'utf8' });

test.each([...oldOnPath(), posingAs('18.20.8'), posingAs('22.18.0')])(
  'Node $version is told in one sentence what is wrong and what to do',
  (runtime) => {
    const { status, stdout, stderr } = start(runtime, '--version');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      `topicwatch needs Node 22.19 or newer, and this is Node ${runtime.version}. ` +
        'Install a newer Node, or from a checkout use: npm run -s topicwatch -- COMMAND\n',
    );
  },
);

test.each([posingAs('22.19.0'), posingAs('24.0.0'), posingAs('26.10.0')])(
  'Node $version is served',
  (runtime) => {
    const { status, stdout, stderr } = start(runtime, '--version');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(status).toBe(0);
  },
);
