/** Compiles the texts of a protocol folder into a protocol that runs. Content that cannot be read ends the command. */
import { compileProtocol } from '@denba/protocols/compile/compile-protocol';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { type Problem, placeText } from '@denba/protocols/problem';
import { overlayNames, readProtocol } from '@denba/protocols/read/read-protocol';
import { exitCode } from '../command-line/exit-code.ts';
import { type Failure, Stop } from '../command-line/failure.ts';
import { requireOverlays } from './require-overlays.ts';
import { requireParameters } from './require-parameters.ts';

export const compileFolder = (
  name: string,
  files: ReadonlyMap<string, string>,
  overlays: readonly string[],
): CompiledProtocol => {
  requireOverlays(name, overlays, overlayNames(files));
  const { source, problems } = readProtocol(files, overlays);
  if (source === null) throw new Stop(unusable(name, problems));
  const compilation = compileProtocol(source);
  const errors = [...problems, ...compilation.problems].filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Stop(unusable(name, errors));
  return requireParameters(name, compilation.compiled);
};

const unusable = (name: string, problems: readonly Problem[]): Failure => {
  const first = problems[0];
  return {
    exit: exitCode.cannotRead,
    place: { file: `${name}/${first === undefined ? '' : placeText(first)}` },
    what: first?.message ?? { fr: 'ce protocole ne se lit pas.', en: 'this protocol cannot be read.' },
    cure: {
      fr: `${first?.cure.fr ?? ''} « denba check ${name} » donne toute la liste (${problems.length}).`,
      en: `${first?.cure.en ?? ''} “denba check ${name}” gives the whole list (${problems.length}).`,
    },
  };
};
