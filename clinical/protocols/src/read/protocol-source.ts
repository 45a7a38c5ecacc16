/** A protocol folder as read: text that is not yet understood, and still knows where it stands. */
import type { CardSource } from './card.ts';
import type { OverlayHead, ProtocolHead } from './protocol-head.ts';
import { emptySheet, type Sheet } from './sheet.ts';
import type { VignetteBase, VignetteSource } from './vignette-source.ts';

/** What a protocol folder and an overlay folder both hold. */
export type ProtocolContent = {
  /** Every sheet by its path in the folder: root sheets, `tables/…`, `forms/…`. */
  readonly sheets: ReadonlyMap<string, Sheet>;
  readonly cards: readonly CardSource[];
  readonly vignettes: readonly VignetteSource[];
  readonly bases: ReadonlyMap<string, VignetteBase>;
};

export type ProtocolSource = ProtocolContent & {
  readonly head: ProtocolHead;
  /** The overlays that were laid over it, in order. */
  readonly overlays: readonly OverlayHead[];
};

/** The sheet at a path, empty when the folder does not hold it. */
export const sheetOf = (content: ProtocolContent, path: string): Sheet => content.sheets.get(path) ?? emptySheet(path);
