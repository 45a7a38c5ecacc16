/** `denba`: runs the commands with the streams and the environment of the process. */
import manifest from '../package.json' with { type: 'json' };
import { exitCode } from './command-line/exit-code.ts';
import { runCommandLine } from './command-line/run-command-line.ts';
import { everyCommand } from './every-command.ts';

const { stdin, stdout, stderr, env, argv } = process;

// A reader that closes the pipe early (`| head`) is no failure.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: Error & { code?: string }) => {
    if (error.code === 'EPIPE') process.exit(exitCode.fine);
    throw error;
  });
}

// `process.exit` runs the exit listeners, which remove unfinished output files. 128 + the signal's number, as usual.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

process.exitCode = await runCommandLine(everyCommand, argv.slice(2), {
  terminal: { stdin, stdout, stderr },
  env,
  version: manifest.version,
});
