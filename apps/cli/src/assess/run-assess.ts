/** `denba assess`: evaluates one assessment and explains the result. */
import { createAssessor } from '@denba/protocols/assess/create-assessor';
import { explain } from '@denba/protocols/explain/explain';
import type { Run } from '../command-line/command.ts';
import { exitCode } from '../command-line/exit-code.ts';
import { write } from '../command-line/terminal.ts';
import { readWhole } from '../input/open-bytes.ts';
import { loadProtocol } from '../protocol-folder/load-protocol.ts';
import { readEntry } from './read-entry.ts';

export const runAssess: Run = async ({ arguments: [path = '-'], value, values, language, terminal }) => {
  const text = (await readWhole(path, terminal)).toString('utf8');
  const inputs = readEntry(path === '-' ? 'stdin' : path, text);
  const protocol = await loadProtocol(value('protocol') ?? 'mami', values('overlay'));
  const assessment = createAssessor(protocol).assess(inputs);
  const { p: _parameters, ...found } = assessment.values;
  const answer =
    value('format') === 'json'
      ? JSON.stringify({ ...assessment, values: found }, null, 2)
      : explain(assessment, language, protocol);
  await write(terminal.stdout, `${answer}\n`);
  return assessment.problems.length > 0 ? exitCode.findings : exitCode.fine;
};
