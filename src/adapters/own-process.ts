import { spawn } from 'node:child_process';

/**
 * Runs a command, a cycle or publishing, in a process of its own, so that a long-lived daemon answers requests while thousands
 * of items are read, and gives its memory back afterwards. Its table is not shown; its log lines are.
 *
 * @param args the command line that follows the program's name.
 * @param signal asks the process to stop cleanly, as SIGTERM does.
 * @returns its exit code; 1 where it was ended by a signal.
 */
export function runInOwnProcess(args: readonly string[], signal: AbortSignal): Promise<number> {
  const program = process.argv[1];
  if (program === undefined) throw new Error('the address of the running program is not known');
  const child = spawn(process.execPath, [...process.execArgv, program, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = () => child.kill('SIGTERM');
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  return new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  }).finally(() => signal.removeEventListener('abort', stop));
}
