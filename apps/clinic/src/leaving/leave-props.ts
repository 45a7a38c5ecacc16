/** The props of every way of leaving: the family's timeline, and the person concerned. */
import type { PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';

export type LeaveProps = { readonly timeline: Timeline; readonly person: PersonId };
