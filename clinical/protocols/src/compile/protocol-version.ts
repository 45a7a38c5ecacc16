/**
 * How an entry names the protocol that its conclusions come from: `mami@0.1.0+ml#3fa9c2d1e0b4`. The last part is the
 * beginning of the name of the pack that it was read from, so that the very same content is found again years later,
 * even where somebody changed a cut-off and left the version as it was. Without it: compiled from sheets, or an entry
 * older than packs.
 */
import type { CompiledProtocol } from './compiled-protocol.ts';

/** 48 bits: more than enough to tell the packs of a country apart. */
const LETTERS = 12;

export const protocolVersion = ({
  id,
  version,
  overlays,
  pack,
}: Pick<CompiledProtocol, 'id' | 'version' | 'overlays' | 'pack'>): string =>
  [`${id}@${version}`, ...overlays.map((overlay) => overlay.id)].join('+') +
  (pack === undefined ? '' : `#${pack.slice(0, LETTERS)}`);

/** The beginning of the name of the pack; `null` when the entry names none. */
export const packInVersion = (protocolVersion: string | null): string | null =>
  new RegExp(`#([0-9a-f]{${LETTERS}})$`).exec(protocolVersion ?? '')?.[1] ?? null;
