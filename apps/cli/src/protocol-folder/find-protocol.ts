/**
 * Finds the folder of a protocol, given by name (`mami`, in the project's `protocols/`) or by the path of any folder.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearMatches } from '@denba/decisions/parse/near-matches';
import { exitCode } from '../command-line/exit-code.ts';
import { Stop } from '../command-line/failure.ts';

const home = fileURLToPath(new URL('../../../../protocols/', import.meta.url));

export const findProtocol = (name: string): string => {
  const folders = /^[a-z0-9][a-z0-9-]*$/.test(name) ? [join(home, name), name] : [name];
  for (const folder of folders) if (isFolder(folder) && isFile(join(folder, 'protocol.yaml'))) return folder;
  const known = protocolNames();
  const near = nearMatches(name, known)[0];
  const inside = folders.some(isFolder);
  throw new Stop({
    exit: exitCode.cannotRead,
    place: { file: name },
    what: inside
      ? { fr: "ce dossier n'a pas de protocol.yaml.", en: 'this folder has no protocol.yaml.' }
      : { fr: 'aucun protocole de ce nom, ni dossier.', en: 'there is no protocol of this name, and no such folder.' },
    cure:
      near !== undefined && near !== name
        ? { fr: `Vouliez-vous écrire « ${near} » ?`, en: `Did you mean “${near}”?` }
        : {
            fr: `Protocoles présents : ${known.join(', ') || '–'}. Ou donnez le chemin d'un dossier.`,
            en: `Protocols here: ${known.join(', ') || '–'}. Or give the path of a folder.`,
          },
  });
};

const protocolNames = (): string[] =>
  isFolder(home) ? readdirSync(home).filter((name) => isFile(join(home, name, 'protocol.yaml'))) : [];

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;
