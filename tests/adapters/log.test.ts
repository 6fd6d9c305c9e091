import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { createLog, type LogOptions } from '../../src/adapters/log.ts';

const clock = { now: () => new Date('2026-03-01T12:00:00Z') };

function logged(options: Partial<LogOptions>, use: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = [];
  use(createLog({ level: 'info', clock, write: (line) => lines.push(line), ...options }));
  return lines;
}

test('a line for people holds the time, the level, the message and its fields', () => {
  expect(
    logged({}, (log) =>
      log.warn('the source moved', { source: 'harbour-news', to: 'https://harbour.example/a b' }),
    ),
  ).toEqual([
    '2026-03-01T12:00:00.000Z warn the source moved source=harbour-news to="https://harbour.example/a b"\n',
  ]);
});

test('a line for programs is one JSON object', () => {
  const [line] = logged({ format: 'json' }, (log) =>
    log.error('the store is full', { error: new Error('no space left'), source: 'harbour-news' }),
  );
  expect(JSON.parse(line ?? '')).toMatchObject({
    time: '2026-03-01T12:00:00.000Z',
    level: 'error',
    message: 'the store is full',
    error: { message: 'no space left' },
    source: 'harbour-news',
  });
});

test.each(['text', 'json'] as const)('lines below the level are dropped (%s)', (format) => {
  const lines = logged({ format, level: 'warn' }, (log) => {
    log.debug('a');
    log.info('b');
    log.warn('c');
    log.error('d');
  });
  expect(lines).toHaveLength(2);
});

test('what came from outside can neither break a line nor steer the terminal', () => {
  const [line, ...more] = logged({}, (log) =>
    log.warn('answered \u001b[2J', { reason: 'x\nerror: fake\u2028', error: new Error('\r\u009b31m') }),
  );
  expect(more).toEqual([]);
  expect(line).toMatch(/^[\x20-\x7e]+\n$/);
  expect(line).toContain('\\u001b[2J');
});

test('pino is loaded with the first line of JSON, not before', () => {
  const script = `
    import { createRequire } from 'node:module';
    import { createLog } from ${JSON.stringify(new URL('../../src/adapters/log.ts', import.meta.url))};
    const loaded = () => Object.keys(createRequire(import.meta.url).cache).some((file) => file.includes('/pino/'));
    const log = createLog({ level: 'warn', format: 'json' });
    log.info('dropped');
    const before = loaded();
    log.warn('said');
    console.log(JSON.stringify([before, loaded()]));
  `;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(run.stdout.trim()).toBe('[false,true]');
  expect(JSON.parse(run.stderr)).toMatchObject({ level: 'warn', message: 'said' });
});
