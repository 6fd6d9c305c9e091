import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROGRAM = fileURLToPath(new URL('../../bin/topicwatch.js', import.meta.url));

/** How a process ended, and what it said. */
export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the program as a person would, and waits for its end.
 *
 * @param under what the command line begins with, in place of Node (`setpriv … node`).
 * @param during is given the process as soon as it has started.
 */
export function topicwatch(
  args: readonly string[],
  options: {
    readonly cwd?: string;
    readonly under?: readonly string[];
    readonly during?: (child: ChildProcess) => void;
  } = {},
): Promise<Outcome> {
  const [command = process.execPath, ...before] = [...(options.under ?? []), process.execPath];
  const child = spawn(command, [...before, PROGRAM, ...args], {
    cwd: options.cwd ?? tmpdir(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  options.during?.(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

/** Invented towns whose dealings with each other are watched. */
const TOPIC = {
  id: 'caldmoor-brae',
  title: 'Caldmoor and Brae',
  facets: [
    { id: 'caldmoor', concepts: [{ id: 'caldmoor', kind: 'place', names: { en: ['Caldmoor'] } }] },
    { id: 'brae', concepts: [{ id: 'brae', kind: 'place', names: { en: ['Brae'] } }] },
  ],
};

/** A folder as a person has it: `config/` with settings, and beside it what the program makes. */
export interface Home {
  readonly dir: string;
  readonly config: string;
  readonly feeds: string;
  readonly database: string;
}

/** Makes a folder that watches these addresses (source id to address), for dealings of Caldmoor and Brae. */
export function makeHome(sources: Readonly<Record<string, string>>, settings: object = {}): Home {
  const dir = mkdtempSync(join(tmpdir(), 'topicwatch-home-'));
  const config = join(dir, 'config');
  mkdirSync(join(config, 'topics'), { recursive: true });
  const hosts = Object.values(sources).flatMap((url) => (url.startsWith('http') ? new URL(url).host : []));
  const program = { http: { allowPrivateHosts: [...new Set(hosts)] }, ...settings };
  const list = Object.entries(sources).map(([id, url]) => ({ id, url, title: id, language: 'en' }));
  writeFileSync(join(config, 'topicwatch.yaml'), JSON.stringify(program)); // JSON is YAML
  writeFileSync(join(config, 'sources.yaml'), JSON.stringify(list));
  writeFileSync(join(config, 'topics/caldmoor-brae.yaml'), JSON.stringify(TOPIC));
  return { dir, config, feeds: join(dir, 'feeds'), database: join(dir, 'data/topicwatch.db') };
}
