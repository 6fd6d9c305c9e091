import { expect, test } from 'vitest';
import type { Source } from '../../src/domain/source.ts';
import { IMPORT } from '../../src/ingest/import.ts';
import { spreadByHost } from '../../src/pipeline/poll.ts';

const source = (id: string, url: string): Source => ({ ...IMPORT, id, url });

test('neighbours of one host stand apart, so that its limit holds up nobody else', () => {
  const sources = [
    source('wire-1', 'https://wire.example/1'),
    source('wire-2', 'https://wire.example/2'),
    source('wire-3', 'https://wire.example/3'),
    source('gazette', 'https://gazette.example/feed'),
    source('local', 'file:local.xml'),
  ];
  expect(spreadByHost(sources).map(({ id }) => id)).toEqual([
    'wire-1',
    'gazette',
    'local',
    'wire-2',
    'wire-3',
  ]);
});
