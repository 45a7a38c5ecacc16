/** The worked cases of a draft, as vignettes of its overlay; their source is the draft itself. */
import type { VignetteSource } from '../../read/vignette-source.ts';
import type { Draft } from './draft-change.ts';
import { draftFolder } from './draft-rows.ts';

/** `change`: position of the change in the draft. */
export type DraftCase = VignetteSource & { readonly change: number };

export const draftCases = (draft: Draft): readonly DraftCase[] =>
  draft.changes.flatMap((change, at): DraftCase[] => {
    if (change.kind !== 'addCase') return [];
    const { id, title, given, expect } = change;
    const place = { file: `${draftFolder(draft)}vignettes/draft.yaml`, line: at + 1 };
    return [{ id, title, source: draft.id, base: null, given, expect, place, change: at }];
  });
