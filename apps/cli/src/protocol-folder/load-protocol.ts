/** From a protocol's name to a protocol that runs. Content that cannot be understood ends the command. */
import { nearMatches } from '@denba/decisions/near-matches';
import { compileProtocol } from '@denba/protocols/compile/compile-protocol';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { type Problem, placeText } from '@denba/protocols/problem';
import { overlayNames, readProtocol } from '@denba/protocols/read/read-protocol';
import { exitCode } from '../command-line/exit-code.ts';
import { Stop } from '../command-line/failure.ts';
import { findProtocol } from './find-protocol.ts';
import { readFolder } from './read-folder.ts';

/** Vignettes are not read: they say nothing to an assessment. */
export const loadProtocol = (name: string, overlays: readonly string[]): CompiledProtocol => {
  const folder = findProtocol(name);
  const files = readFolder(folder, (path) => !/(^|\/)vignettes\//.test(path));
  requireOverlays(name, overlays, overlayNames(files));
  const { source, problems } = readProtocol(files, overlays);
  if (source === null) throw new Stop(unusable(name, problems));
  const compilation = compileProtocol(source);
  const errors = [...problems, ...compilation.problems].filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Stop(unusable(name, errors));
  return compilation.compiled;
};

export const requireOverlays = (name: string, wanted: readonly string[], offered: readonly string[]): void => {
  const unknown = wanted.find((overlay) => !offered.includes(overlay));
  if (unknown === undefined) return;
  const near = nearMatches(unknown, offered)[0];
  const list = offered.join(', ') || '–';
  throw new Stop({
    exit: exitCode.wrongUse,
    what: {
      fr: `le protocole ${name} n'a pas d'adaptation « ${unknown} ».`,
      en: `the protocol ${name} has no overlay “${unknown}”.`,
    },
    cure:
      near === undefined
        ? { fr: `Adaptations : ${list}.`, en: `Overlays: ${list}.` }
        : { fr: `Vouliez-vous écrire « ${near} » ?`, en: `Did you mean “${near}”?` },
  });
};

const unusable = (name: string, problems: readonly Problem[]) => {
  const first = problems[0];
  const place = first === undefined ? '' : placeText(first);
  return {
    exit: exitCode.cannotRead,
    place: { file: `${name}/${place}` },
    what: first?.message ?? { fr: 'ce protocole ne se lit pas.', en: 'this protocol cannot be read.' },
    cure: {
      fr: `${first?.cure.fr ?? ''} « denba check ${name} » donne toute la liste (${problems.length}).`,
      en: `${first?.cure.en ?? ''} “denba check ${name}” gives the whole list (${problems.length}).`,
    },
  };
};
