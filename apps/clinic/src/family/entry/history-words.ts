/** One entry of a family's history as a line: an icon, its name, and the most important figures. */
import type { IconName } from '@denba/kit/icons/icon-paths';
import type { CareChild } from '@denba/protocols/care/lists/care-child';
import { formatNumber } from '@denba/protocols/words/format-value';
import type { Language } from '@denba/quantities/text';
import type { JsonObject } from '@denba/records/canonical-json';
import type { FormName } from '@denba/records/form-registry';
import type { ReadEntry } from '@denba/records/timeline/timeline';
import { inReadingOrder } from '../../shell/words/reading-order.ts';

export const historyIcons: Readonly<Record<FormName, IconName>> = {
  'register-family': 'family',
  pregnancy: 'mother',
  'pregnancy-end': 'mother',
  birth: 'baby',
  death: 'heart',
  'caregiver-change': 'family',
  transfer: 'hospital',
  'return-to-care': 'walk',
  'counter-referral': 'hospital',
  refusal: 'close',
  'growth-visit': 'chart',
  'mami-screen': 'eye',
  'mami-assessment': 'list',
  'mami-visit': 'calendar',
  'mami-exit': 'check',
  tracing: 'phone',
  consent: 'shield',
  correction: 'edit',
  'merge-duplicates': 'merge',
  'undo-merge': 'merge',
};

export type HistoryLine = {
  readonly icon: IconName;
  /** Name of the form; `null` for one that this version does not know. */
  readonly form: FormName | null;
  /** Weight, length, MUAC with their units, in that order. */
  readonly figures: readonly string[];
  /** The class that was acted on; `floor` means "at least", because danger signs were unanswered. */
  readonly shownClass: CareChild['lastClass'];
  readonly corrected: boolean;
  readonly withdrawn: boolean;
};

/** Returns `null` for an entry that this version cannot read. */
export const knownForm = ({ form }: Pick<ReadEntry, 'form'>): FormName | null =>
  form.kind === 'unknownForm' || form.kind === 'unreadable' ? null : form.kind;

export const historyLine = (read: ReadEntry, language: Language): HistoryLine => {
  const form = knownForm(read);
  return {
    icon: form === null ? 'question' : historyIcons[form],
    form,
    figures: 'answers' in read.form ? figuresOf(read.form.answers, language) : [],
    shownClass: classIn(read),
    corrected: read.corrections.some(({ undone }) => !undone),
    withdrawn: read.withdrawn,
  };
};

/** A class that the worker gave instead of the computed one takes precedence. */
const classIn = ({ findings, occurredOn: on }: ReadEntry): CareChild['lastClass'] => {
  const { override, headline, pairClass } = findings as { readonly [name in 'override' | 'headline']?: JsonObject } & {
    readonly pairClass?: unknown;
  };
  const code = override?.['workingClass'] ?? pairClass;
  return typeof code === 'string' ? { code, floor: headline?.['floor'] === true, on } : null;
};

const measured = [
  ['weight_g', 'g'],
  ['birth_weight_g', 'g'],
  ['length_cm', 'cm'],
  ['muac_mm', 'mm'],
] as const;

const figuresOf = (answers: object, language: Language): readonly string[] =>
  measured.flatMap(([name, unit]) => {
    const value = (answers as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'number' ? [inReadingOrder(`${formatNumber(value, language)}\u00a0${unit}`)] : [];
  });
