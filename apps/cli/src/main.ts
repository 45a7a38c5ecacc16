/** `denba`: composes the commands with the process. */
import manifest from '../package.json' with { type: 'json' };
import { exitCode } from './command-line/exit-code.ts';
import { runCommandLine } from './command-line/run-command-line.ts';
import { everyCommand } from './every-command.ts';

const { stdin, stdout, stderr, env, argv } = process;

// A reader that went away (`| head`) is no failure.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: Error & { code?: string }) => {
    if (error.code === 'EPIPE') process.exit(exitCode.fine);
    throw error;
  });
}

// Leaving by `exit` lets drafts of results be removed. 128 + the signal's number, as shells expect.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

process.exitCode = await runCommandLine(everyCommand, argv.slice(2), {
  terminal: { stdin, stdout, stderr },
  env,
  version: manifest.version,
});
