/** A member of the national team uploads a pack that `denba pack` made: it is stored when this server can run it. */
import { runnableProtocol } from '@denba/protocols/assess/runnable-protocol';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { canonicalJson, type JsonValue } from '@denba/records/canonical-json';
import { readJson } from '@denba/sync/json-text';
import { MOST_PACK_BYTES, type PackProblem, readPack } from '@denba/sync/packs/pack';
import { notAllowed, Refusal } from '../http/refusal.ts';
import { pathsWhere } from '../people/authorisation.ts';
import type { Viewer } from '../people/viewer.ts';
import { type Site, writeDown } from '../site.ts';
import { keepPack } from './keep-pack.ts';

/**
 * Whether the viewer has this right at any place: a pack is stored for the whole country, and given to places
 * afterwards.
 */
export const mayBringPacks = ({ grants }: Viewer): boolean => pathsWhere(grants, 'bring', 'packs').length > 0;

export type BroughtPack = { readonly id: string; readonly isNew: boolean };

/** Throws a `Refusal`, and stores nothing, when the text is not a pack that can be run. */
export const bringPack = async (site: Site, viewer: Viewer, text: string): Promise<BroughtPack> => {
  const place = viewer.grants.find((grant) => pathsWhere([grant], 'bring', 'packs').length > 0)?.place;
  if (place === undefined) throw notAllowed();
  const read = await readPack(text);
  if (!read.ok) throw notAPack(read.error);
  const pack = read.value;
  const protocol = protocolIn(pack.content);
  return site.db.transaction().execute(async (tx) => {
    const isNew = await keepPack(tx, pack, protocol, { by: viewer.account.id, at: site.now() });
    if (isNew) await writeDown(tx, site, viewer.account.id, place, 'pack-brought', { pack: pack.id });
    return { id: pack.id, isNew };
  });
};

const protocolIn = (content: string): CompiledProtocol => {
  const json = readJson(content);
  // The content must be canonical JSON: another spelling of the same content would have another id.
  if (json === null || canonicalJson(json as JsonValue) !== content) throw notAPack({ kind: 'notAPack' });
  const run = runnableProtocol(json);
  if (!run.ok) throw cannotRun(run.error.kind === 'cannotRun' ? run.error.why : run.error.kind);
  return run.value;
};

const MEGABYTE = 1024 * 1024;

const notAPack = ({ kind }: PackProblem): Refusal => {
  switch (kind) {
    case 'notAPack':
      return new Refusal(400, 'not-a-pack', {
        fr: "Ce n'est pas un protocole à distribuer. Choisissez le fichier que « denba pack » a fait.",
        en: 'This is not a protocol pack. Choose the file that “denba pack” made.',
      });
    case 'newer':
      return new Refusal(400, 'newer-denba', {
        fr: "Ce fichier vient d'un Denba plus récent que le serveur. Mettez d'abord le serveur à jour.",
        en: 'This file comes from a newer Denba than the server. Update the server first.',
      });
    case 'damaged':
      return new Refusal(400, 'damaged-pack', {
        fr: "Ce fichier est coupé, ou quelqu'un l'a changé : rien n'en a été pris. Faites-le de nouveau.",
        en: 'This file is cut off, or somebody has changed it: nothing of it was taken. Make it again.',
      });
    case 'tooLarge':
      return new Refusal(413, 'too-large', {
        fr: `Ce fichier est trop grand pour un protocole (${MOST_PACK_BYTES / MEGABYTE} Mo au plus).`,
        en: `This file is too large for a protocol (${MOST_PACK_BYTES / MEGABYTE} MB at most).`,
      });
  }
};

const cannotRun = (why: string): Refusal =>
  new Refusal(422, 'pack-cannot-run', {
    fr: `Ce serveur ne peut pas utiliser ce protocole (${why}). Vérifiez-le avec « denba check », avec la même version de Denba.`,
    en: `This server cannot run this protocol (${why}). Check it with “denba check”, with the same version of Denba.`,
  });
