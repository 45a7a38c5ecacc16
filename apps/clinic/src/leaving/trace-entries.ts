/** The entry that tracing a family leaves. A leave that follows from it (moved, refused, died) is a separate act. */
import type { SaveDraft } from '@denba/device/device';
import type { LocalDate } from '@denba/quantities/local-date';
import type { FamilyId, PersonId } from '@denba/records/ids';
import { recordDraft } from '../shell/record/record-draft.ts';
import type { Leaving } from '../shell/route.ts';

export const tracingResults = ['found', 'not_found', 'moved', 'refused', 'dead', 'not_done'] as const;
export type TracingResult = (typeof tracingResults)[number];

export const obstacles = [
  'distance',
  'cost',
  'work',
  'illness',
  'not_allowed',
  'feels_well',
  'welcome',
  'other',
] as const;
export type Obstacle = (typeof obstacles)[number];

export type TraceForm = {
  readonly by: 'call' | 'visit' | null;
  readonly on: LocalDate;
  readonly result: TracingResult | null;
  /** The person who looked for the family, when it was not the worker herself. */
  readonly tracer: string;
  /** What made it difficult for the family to come. */
  readonly obstacles: readonly Obstacle[];
  readonly note: string;
  readonly nextDue: LocalDate | null;
};

export const traceEntries = (
  form: TraceForm & { readonly result: TracingResult },
  family: FamilyId,
  child: PersonId,
): readonly SaveDraft[] => [
  recordDraft('tracing', {
    family,
    subject: child,
    on: form.on,
    answers: {
      tracing_result: form.result,
      tracing_by: form.by,
      tracing_note: form.note.trim(),
      next_due: form.result === 'found' ? form.nextDue : null,
      tracer: form.tracer.trim(),
      obstacles: form.result === 'found' && form.obstacles.length > 0 ? [...form.obstacles] : null,
    },
  }),
];

/** The leave to which a result leads; `null` when the follow-up continues. */
export const leaveAfter = (result: TracingResult): Leaving | null => {
  switch (result) {
    case 'dead':
      return 'death';
    case 'moved':
      return 'moved';
    case 'refused':
      return 'refusal';
    case 'found':
    case 'not_found':
    case 'not_done':
      return null;
  }
};
