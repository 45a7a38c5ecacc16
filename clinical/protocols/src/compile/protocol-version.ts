/**
 * How an entry names the protocol that its conclusions come from: `mami@0.1.0+ml#3fa9c2d1e0b4`. The part after `#` is
 * the beginning of the name of the pack that it was read from, so that exactly this content can be found years later,
 * even when somebody changed a cut-off without changing the version. It is missing when the protocol was compiled from
 * sheets, and in entries older than packs.
 */
import type { CompiledProtocol } from './compiled-protocol.ts';

/** 48 bits: more than enough to distinguish the packs of a country. */
const LETTERS = 12;

export const protocolVersion = ({
  id,
  version,
  overlays,
  pack,
}: Pick<CompiledProtocol, 'id' | 'version' | 'overlays' | 'pack'>): string =>
  [`${id}@${version}`, ...overlays.map((overlay) => overlay.id)].join('+') +
  (pack === undefined ? '' : `#${pack.slice(0, LETTERS)}`);

/** The beginning of the pack's name; `null` when the entry names none. */
export const packInVersion = (protocolVersion: string | null): string | null =>
  new RegExp(`#([0-9a-f]{${LETTERS}})$`).exec(protocolVersion ?? '')?.[1] ?? null;
