import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Figure } from './figure.ts';
import { least, measure } from './measure.ts';
import { sampleFeed } from './sample-feeds.ts';

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const PROGRAM = pathOf('../bin/topicwatch.js');

/**
 * What one cycle over many sources costs, against plain rss-parser over the same bytes.
 *
 * @param folder an empty folder for feeds, settings and stores.
 */
export async function cycleFigures(
  folder: string,
  { feeds, items }: { readonly feeds: number; readonly items: number },
): Promise<readonly Figure[]> {
  const www = join(folder, 'www');
  mkdirSync(www);
  const now = new Date();
  for (let number = 0; number < feeds; number += 1) {
    writeFileSync(join(www, `${number}.xml`), sampleFeed(number, items, now));
  }
  const server = fork(pathOf('./feed-server.ts'), [www]);
  try {
    const [{ port }] = (await once(server, 'message')) as [{ port: number }];
    const config = join(folder, 'config');
    writeSettings(config, port, feeds);
    const run = (...flags: string[]) => measure([PROGRAM, 'run', '--config', config, ...flags]);
    const afresh = () => rmSync(join(folder, 'data'), { recursive: true, force: true });

    const parser = await least(2, () => measure([pathOf('./rss-parser.ts'), www]));
    const first = await least(2, () => {
      afresh();
      return run();
    });
    const idle = await least(3, () => run('--force'));
    const nothing = await least(3, () => run());
    afresh();
    server.send('tell');
    const asked = once(server, 'message');
    const watch = await measure([PROGRAM, 'watch', '--config', config], async (child) => {
      await asked;
      child.kill('SIGUSR2'); // the cycle begins: from here on turns count
      await cycleEnd(config, child);
      child.kill('SIGTERM');
    });
    const cpu = 'CPU s';
    return [
      {
        name: `plain rss-parser, ${feeds} feeds × ${items} items`,
        unit: cpu,
        atMost: null,
        measured: parser.cpuSeconds,
      },
      { name: 'first poll', unit: cpu, atMost: null, measured: first.cpuSeconds },
      {
        name: 'first poll ÷ plain rss-parser',
        unit: '×',
        atMost: 3.5,
        measured: first.cpuSeconds / parser.cpuSeconds,
      },
      { name: 'first poll, peak memory', unit: 'MB', atMost: 280, measured: first.peakMegabytes },
      { name: 'idle poll, all 304', unit: cpu, atMost: 0.5, measured: idle.cpuSeconds },
      { name: 'nothing due', unit: cpu, atMost: 0.3, measured: nothing.cpuSeconds },
      { name: 'longest event-loop turn of watch', unit: 'ms', atMost: 100, measured: watch.longestTurnMs },
    ];
  } finally {
    server.disconnect();
  }
}

/** Waits until a cycle has been recorded, or the process that runs it has ended. */
async function cycleEnd(config: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    await sleep(500);
    const status = execFileSync(process.execPath, [PROGRAM, 'status', '--config', config, '--json'], {
      encoding: 'utf8',
    });
    if ((JSON.parse(status) as { lastCycle: unknown }).lastCycle !== null) return;
  }
}

function writeSettings(config: string, port: number, feeds: number): void {
  cpSync(pathOf('../config/topics'), join(config, 'topics'), { recursive: true });
  const settings = {
    http: { perHost: 32, allowPrivateHosts: [`127.0.0.1:${port}`] },
    web: { port: 0 },
  };
  writeFileSync(join(config, 'topicwatch.yaml'), JSON.stringify(settings)); // JSON is YAML
  const sources = Array.from({ length: feeds }, (_, number) => ({
    id: `outlet-${number}`,
    url: `http://127.0.0.1:${port}/${number}.xml`,
    title: `Outlet ${number}`,
  }));
  writeFileSync(join(config, 'sources.yaml'), JSON.stringify(sources));
}
