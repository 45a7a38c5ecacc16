/** `denba vignettes`: runs the vignettes (worked cases) of a protocol. */
import { compileProtocol } from '@denba/protocols/compile/compile-protocol';
import { placeText } from '@denba/protocols/problem';
import { runVignettes, type VignetteOutcome } from '@denba/protocols/vignettes/run-vignettes';
import type { Language } from '@denba/quantities/text';
import type { Run } from '../command-line/command.ts';
import { exitCode } from '../command-line/exit-code.ts';
import { write } from '../command-line/terminal.ts';
import { count } from '../output/format-number.ts';
import { readSource } from '../protocol-folder/read-source.ts';
import { requireParameters } from '../protocol-folder/require-parameters.ts';

export const runVignettesCommand: Run = async ({ arguments: [name = ''], flag, values, language, terminal }) => {
  const { source } = readSource(name, values('overlay'));
  const compiled = requireParameters(name, compileProtocol(source).compiled);
  const { passed, failed, reachedRows, unreachedRows } = runVignettes(compiled, source.vignettes, source.bases);
  const n = (value: number): string => count(value, language);
  const french = language === 'fr';
  const [all, rows] = [passed.length + failed.length, reachedRows.length + unreachedRows.length];
  const lines = [
    ...(flag('list') ? passed.map(({ vignette }) => `✓ ${vignette.id} ${vignette.title[language]}`) : []),
    ...failed.flatMap((outcome) => failureLines(outcome, language)),
    french ? `${n(passed.length)} cas réussis sur ${n(all)}.` : `${n(passed.length)} of ${n(all)} cases pass.`,
    french
      ? `${n(reachedRows.length)} lignes de décision atteintes sur ${n(rows)}.`
      : `${n(reachedRows.length)} of ${n(rows)} decision rows reached.`,
    ...(unreachedRows.length === 0
      ? []
      : [`${french ? 'Jamais atteintes :' : 'Never reached:'} ${unreachedRows.join(', ')}.`]),
  ];
  await write(terminal.stdout, `${lines.join('\n')}\n`);
  return failed.length + unreachedRows.length > 0 ? exitCode.findings : exitCode.fine;
};

const failureLines = ({ vignette, mismatches }: VignetteOutcome, language: Language): string[] => [
  `✗ ${vignette.id} ${vignette.title[language]}  (${placeText(vignette.place)})`,
  ...mismatches.map(({ what, expected, got }) => {
    const [wanted, came] = [JSON.stringify(expected), JSON.stringify(got)];
    return language === 'fr'
      ? `    ${what} : attendu ${wanted}, obtenu ${came}`
      : `    ${what}: expected ${wanted}, got ${came}`;
  }),
];
