/** A protocol as source (read, not compiled), with its overlays, for the commands that examine the content itself. */
import type { Problem } from '@denba/protocols/problem';
import type { ProtocolSource } from '@denba/protocols/read/protocol-source';
import { overlayNames, readProtocol } from '@denba/protocols/read/read-protocol';
import { exitCode } from '../command-line/exit-code.ts';
import { Stop } from '../command-line/failure.ts';
import { findProtocol } from './find-protocol.ts';
import { readFolder } from './read-folder.ts';
import { requireOverlays } from './require-overlays.ts';

export type SourceRead = {
  readonly folder: string;
  readonly base: ProtocolSource;
  readonly source: ProtocolSource;
  readonly problems: readonly Problem[];
  /** The names of all overlays in the folder. */
  readonly overlays: readonly string[];
};

export const readSource = (name: string, overlays: readonly string[]): SourceRead => {
  const folder = findProtocol(name);
  const files = readFolder(folder);
  const offered = overlayNames(files);
  requireOverlays(name, overlays, offered);
  const base = readProtocol(files);
  const { source, problems } = overlays.length === 0 ? base : readProtocol(files, overlays);
  if (base.source === null || source === null) {
    const [first] = problems;
    throw new Stop({
      exit: exitCode.cannotRead,
      place: { file: `${folder}/${first?.file ?? 'protocol.yaml'}` },
      what: first?.message ?? { fr: 'ce protocole ne se lit pas.', en: 'this protocol cannot be read.' },
      cure: first?.cure ?? { fr: 'Corrigez protocol.yaml.', en: 'Correct protocol.yaml.' },
    });
  }
  return { folder, base: base.source, source, problems, overlays: offered };
};
