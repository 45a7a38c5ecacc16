/** Ends the command when a requested overlay does not exist in the protocol. */
import { nearMatches } from '@denba/decisions/parse/near-matches';
import { exitCode } from '../command-line/exit-code.ts';
import { Stop } from '../command-line/failure.ts';

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
