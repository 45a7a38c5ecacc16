/** What a draft starts from: the sheets of this release, some of its overlays, and drafts that were published since. */
import type { Draft } from '@denba/protocols/what-if/draft/draft-change';

export type BaseName = { readonly overlays: readonly string[]; readonly drafts: readonly Draft[] };
