/** The answer of a visit under one of the protocol's names, corrections applied; `null` when there is none. */
import type { JsonValue } from '@denba/records/canonical-json';
import type { Encounter } from '@denba/records/timeline/timeline';

export const answerOf = ({ form }: Pick<Encounter, 'form'>, name: string): JsonValue =>
  ((form.answers as Readonly<Record<string, unknown>>)[name] as JsonValue | undefined) ?? null;
