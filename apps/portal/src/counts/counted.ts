/** Sums of one place as they are kept, cell by cell. */
import type { Count } from '@denba/indicators/count/count';

export type Counted = Count & { readonly place: string };
