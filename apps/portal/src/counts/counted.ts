/** The stored sums of one place, one value per cell (indicator × month × stratum × value). */
import type { Count } from '@denba/indicators/count/count';

export type Counted = Count & { readonly place: string };
