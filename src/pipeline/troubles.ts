import type { Source, SourceState } from '../domain/source.ts';
import { health } from '../ingest/schedule.ts';
import type { SourceTrouble } from '../publish/render.ts';
