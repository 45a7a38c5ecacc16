/** `denba check`: every check of a protocol that can be made before anybody uses it. */
import { checkProtocol } from '@denba/protocols/check/check-protocol';
import { compileProtocol } from '@denba/protocols/compile/compile-protocol';
import { signOffPage } from '@denba/protocols/sign-off/sign-off-page';
import type { Language } from '@denba/quantities/text';
import type { Run } from '../command-line/command.ts';
import { exitCode } from '../command-line/exit-code.ts';
import { write } from '../command-line/terminal.ts';
import { count } from '../output/format-number.ts';
import { readSource } from '../protocol-folder/read-source.ts';
import { differenceLines } from './difference-lines.ts';
import { problemText } from './problem-text.ts';

export const runCheck: Run = async ({ arguments: [name = ''], flag, values, language, terminal }) => {
  const overlays = values('overlay');
  const read = readSource(name, overlays);
  if (flag('sign-off')) {
    await write(terminal.stdout, `${signOffPage(compileProtocol(read.source).compiled, language)}\n`);
    return exitCode.fine;
  }
  const { compiled, vignettes, problems } = checkProtocol(read.source, read.problems);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const lines = [
    ...(overlays.length === 0 ? [] : differenceLines(read, overlays, language)),
    ...problems.map((problem) => problemText(problem, language)),
    conclusion(problems.length - errors, errors, language),
    contentLine(compiled, vignettes?.passed.length ?? 0, language),
    ...(overlays.length > 0 || read.overlays.length === 0 ? [] : [offer(read.overlays, language)]),
  ];
  await write(terminal.stdout, `${lines.join('\n')}\n`);
  return errors > 0 ? exitCode.findings : exitCode.fine;
};

const conclusion = (warnings: number, errors: number, language: Language): string => {
  const [w, e] = [count(warnings, language), count(errors, language)];
  if (warnings + errors === 0) return language === 'fr' ? 'Aucun défaut.' : 'No problem found.';
  return language === 'fr' ? `Défauts : ${e}. Remarques : ${w}.` : `Errors: ${e}. Warnings: ${w}.`;
};

type Compiled = ReturnType<typeof compileProtocol>['compiled'];

const contentLine = (compiled: Compiled, passed: number, language: Language): string => {
  const rows = compiled.tables.reduce((sum, table) => sum + table.rows.length, 0);
  const n = (value: number): string => count(value, language);
  const { id, version, tables, parameters, elements, cards } = compiled;
  return language === 'fr'
    ? `${id} ${version} : ${n(tables.length)} tables, ${n(rows)} lignes, ${n(parameters.length)} paramètres, ${n(elements.length)} données, ${n(cards.length)} cartes, ${n(passed)} cas réussis.`
    : `${id} ${version}: ${n(tables.length)} tables, ${n(rows)} rows, ${n(parameters.length)} parameters, ${n(elements.length)} data elements, ${n(cards.length)} cards, ${n(passed)} cases passed.`;
};

const offer = (overlays: readonly string[], language: Language): string =>
  language === 'fr'
    ? `Adaptations, à vérifier avec --overlay : ${overlays.join(', ')}.`
    : `Overlays, to check with --overlay: ${overlays.join(', ')}.`;
