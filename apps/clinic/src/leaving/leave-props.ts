/** What every way of leaving is told: the family's story, and who it is about. */
import type { PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';

export type LeaveProps = { readonly timeline: Timeline; readonly person: PersonId };
