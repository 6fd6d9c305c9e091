import { readFileSync } from 'node:fs';
import { openServices } from './app.ts';
import { runProgram } from './cli/program.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that went away (`topicwatch search x | head`) is no error of ours.
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(
    `topicwatch: what it had to say could not be written (${error.code}); is the disk full that the output goes to?\n`,
  );
  process.exit(1);
});

process.exitCode = await runProgram(process.argv.slice(2), version, process, openServices);
