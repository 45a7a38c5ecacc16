/** The calendar in the booklet: each contact with when it is due, what that is counted from, and what ends it. */

import type { Expression } from '@denba/decisions/expression';
import { foldConstants } from '@denba/decisions/run/fold-constants';
import { inBoth } from '@denba/quantities/in-both';
import type { SourceStatus, Text } from '@denba/quantities/text';
import type { DayCount } from '@denba/schedules/schedule';
import { parameterContext } from '../assess/create-assessor.ts';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { formatValue } from '../words/format-value.ts';
import { expressionWords } from './expression-words.ts';
import { provenance } from './provenance-words.ts';
import { wordingsOf } from './wordings-of.ts';

export type BookletContact = {
  readonly id: string;
  readonly title: Text;
  readonly countedFrom: Text;
  readonly due: Text;
  readonly before: Text | null;
  readonly after: Text | null;
  readonly again: Text | null;
  readonly apart: Text | null;
  readonly relevant: Text | null;
  readonly stops: Text | null;
  readonly status: SourceStatus;
  readonly authority: Text;
};

export const bookletSchedule = (protocol: CompiledProtocol): readonly BookletContact[] => {
  const standing = provenance(protocol);
  const p = parameterContext(protocol);
  const wordings = wordingsOf(protocol);
  const words = (expression: Expression): Text => inBoth((language) => expressionWords(expression, wordings[language]));
  const days = (count: DayCount): Text => {
    const folded = typeof count === 'number' ? { kind: 'literal' as const, value: count } : foldConstants(count, { p });
    if (folded.kind !== 'literal') return words(folded);
    return inBoth((language) => formatValue(folded.value, language, { unit: 'd', codes: {} }));
  };
  const maybe = <T>(value: T | null, say: (value: T) => Text): Text | null => (value === null ? null : say(value));
  return protocol.schedule.map((contact) => ({
    id: contact.id,
    title: contact.title,
    countedFrom: words(contact.anchor),
    due: days(contact.dueDays),
    before: maybe(contact.windowBeforeDays, days),
    after: maybe(contact.windowAfterDays, days),
    again: maybe(contact.repeatDays, days),
    apart: maybe(contact.minIntervalDays, days),
    relevant: maybe(contact.relevant, words),
    stops: maybe(contact.stopWhen, words),
    ...standing(contact),
  }));
};
