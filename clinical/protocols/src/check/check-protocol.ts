/**
 * Runs all checks of a protocol that are possible before it is used. A protocol with an error must not be used; a
 * warning deserves a look. Every problem gives the file, line and column, what is wrong and what to do.
 */

import { undefinedParameters } from '../assess/names-behind.ts';
import { compileProtocol } from '../compile/compile-protocol.ts';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { type Problem, placeText } from '../problem.ts';
import type { ProtocolSource } from '../read/protocol-source.ts';
import { runVignettes, type VignetteReport } from '../vignettes/run-vignettes.ts';
import { checkAudience } from './check-audience.ts';
import { checkCycles } from './check-cycles.ts';
import { checkFormLoops } from './check-form-loops.ts';
import { checkForms } from './check-forms.ts';
import { checkGrowthCalls } from './check-growth-calls.ts';
import { checkLiterals } from './check-literals.ts';
import { checkNames, checkPlaceholders, checkUnusedParameters } from './check-names.ts';
import { checkReferences } from './check-references.ts';
import { checkSources } from './check-sources.ts';
import { checkTables } from './check-tables.ts';
import { checkTypes } from './check-types.ts';
import { checkVignettes } from './check-vignettes.ts';
import { checkWords } from './check-words.ts';
import { collectUses } from './uses.ts';

export type ProtocolCheck = {
  readonly compiled: CompiledProtocol;
  /** `null` when the decisions could not be run. */
  readonly vignettes: VignetteReport | null;
  /** Sorted by file, then by line. */
  readonly problems: readonly Problem[];
};

/** `reading`: problems already found while reading, to be included in the result. */
export const checkProtocol = (source: ProtocolSource, reading: readonly Problem[] = []): ProtocolCheck => {
  const { compiled, names, problems } = compileProtocol(source);
  const uses = collectUses(source, compiled);
  const cycles = checkCycles(source, compiled);
  const runs = cycles.every(({ kind }) => kind !== 'cycle') && undefinedParameters(compiled).length === 0;
  const vignettes = runs ? runVignettes(compiled, source.vignettes, source.bases) : null;
  return {
    compiled,
    vignettes,
    problems: inOrder([
      ...reading,
      ...problems,
      ...checkSources(source),
      ...checkNames(uses, names),
      ...checkPlaceholders(source, compiled, names),
      ...checkTypes(uses, names),
      ...checkGrowthCalls(uses),
      ...checkTables(source, compiled, names),
      ...checkLiterals(uses),
      ...checkUnusedParameters(source, compiled, uses),
      ...checkReferences(source, compiled),
      ...checkWords(source, compiled),
      ...checkAudience(source, compiled, names),
      ...checkForms(source, compiled),
      ...checkFormLoops(source, compiled),
      ...cycles,
      ...(vignettes === null ? [] : checkVignettes(source, compiled, vignettes)),
    ]),
  };
};

const inOrder = (problems: readonly Problem[]): Problem[] =>
  [...new Map(problems.map((found) => [`${found.kind} ${placeText(found)} ${found.message.en}`, found])).values()].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0)),
  );
