/**
 * Handles the pack that the server named for this centre: chosen at once when it is stored here; otherwise first
 * fetched, verified, tried and stored. When a step fails, the pack chosen before stays chosen.
 */
import { readJson } from '@denba/sync/json-text';
import { isPackId, type Pack, readPack } from '@denba/sync/packs/pack';
import { isPackSignedBy, type PackKey } from '@denba/sync/packs/pack-key';
import type { Server } from '../sync/server.ts';
import type { PackShelf } from './pack-shelf.ts';
import type { PackTrouble } from './pack-trouble.ts';

export type PackReceiver = {
  readonly shelf: PackShelf;
  /** Id of the pack built into the app, which is never fetched. */
  readonly builtIn: string;
  /** Whether this app can run `content`, which is parsed JSON. */
  readonly canRun: (content: unknown) => boolean | Promise<boolean>;
};

/** `key`: the key received on joining; `null`: unknown, so no pack can be verified. Returns the trouble, or `null`. */
export const receivePack = async (
  receiver: PackReceiver,
  server: Pick<Server, 'pack'>,
  named: string,
  key: PackKey | null,
): Promise<PackTrouble | null> => {
  const { shelf } = receiver;
  const kind = await haveIt(receiver, server, named, key);
  if (kind !== null) {
    const trouble: PackTrouble = { kind, pack: named };
    // When the disk is full, `choose` may fail; the trouble is then only returned, and known until the app is closed.
    await shelf.choose({ ...(await shelf.choice()), trouble });
    return trouble;
  }
  const chosen = await shelf.choose({ chosen: named, trouble: null });
  return chosen.ok ? null : { kind: chosen.error.kind, pack: named };
};

const haveIt = async (
  { shelf, builtIn, canRun }: PackReceiver,
  server: Pick<Server, 'pack'>,
  named: string,
  key: PackKey | null,
): Promise<PackTrouble['kind'] | null> => {
  if (named === builtIn) return null;
  if (!isPackId(named)) return 'unknown';
  const { chosen, trouble } = await shelf.choice();
  // The content is verified whenever it is loaded; doing so at every meeting would cost a cheap phone half a second.
  if (chosen === named && trouble === null) return null;
  const here = await shelf.content(named);
  if (here !== null) return (await canRun(readJson(here))) ? null : 'cannotRun';
  const answer = await server.pack(named);
  if (answer.kind !== 'pack') return answer.kind === 'refused' ? 'unknown' : 'notArrived';
  const read = await readPack(answer.text);
  if (!read.ok) return read.error.kind === 'newer' ? 'cannotRun' : 'damaged';
  const pack: Pack = read.value;
  if (pack.id !== named) return 'damaged';
  if (key === null || !(await isPackSignedBy(pack, key))) return 'otherKey';
  if (!(await canRun(readJson(pack.content)))) return 'cannotRun';
  const kept = await shelf.keep(pack);
  return kept.ok ? null : kept.error.kind;
};
