/** A protocol folder as read: texts that are not yet parsed, each with its place in a file. */
import type { CardSource } from './card.ts';
import type { OverlayHead, ProtocolHead } from './protocol-head.ts';
import { emptySheet, type Sheet } from './sheet.ts';
import type { VignetteBase, VignetteSource } from './vignette-source.ts';

/** What protocol folders and overlay folders have in common. */
export type ProtocolContent = {
  /** Every sheet by its path in the folder: root sheets, `tables/…`, `forms/…`. */
  readonly sheets: ReadonlyMap<string, Sheet>;
  readonly cards: readonly CardSource[];
  readonly vignettes: readonly VignetteSource[];
  readonly bases: ReadonlyMap<string, VignetteBase>;
};

export type ProtocolSource = ProtocolContent & {
  readonly head: ProtocolHead;
  /** The overlays that were applied, in order. */
  readonly overlays: readonly OverlayHead[];
};

/** The sheet at a path; empty when the folder has no such sheet. */
export const sheetOf = (content: ProtocolContent, path: string): Sheet => content.sheets.get(path) ?? emptySheet(path);
