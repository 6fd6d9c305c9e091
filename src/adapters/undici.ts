import { createRequire } from 'node:module';
import type undici from 'undici';

/*
 * The two parts of undici that are used, by their files: its index also loads fetch, WebSocket, caches and mocks, which
 * is two thirds of what loading it costs (105 ms of CPU against 38), with every run of cron. The version is pinned.
 */
const require = createRequire(import.meta.url);

export const Agent: typeof undici.Agent = require('undici/lib/dispatcher/agent.js');
export const buildConnector: typeof undici.buildConnector = require('undici/lib/core/connect.js');
