/**
 * The findings of a case as the learner sees them: each with the words of the form, and its value as the protocol reads
 * it (two readings combined, z-scores computed). "Not looked for" is stated, never left out.
 */
import type { Assessment } from '@denba/protocols/assess/assessment';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { formatValue } from '@denba/protocols/words/format-value';
import type { ValueStyles } from '@denba/protocols/words/value-styles';
import type { Language, Text } from '@denba/quantities/text';
import type { Form } from '@denba/questionnaires/form';
import type { TrainingCase } from './training-case.ts';

export type ShownFinding = { readonly name: string; readonly label: string; readonly value: string };

type Shown = Pick<TrainingCase, 'given' | 'shown'>;

export const findingsShown = (
  { given, shown }: Shown,
  assessment: Pick<Assessment, 'values' | 'notAssessed'>,
  protocol: Pick<CompiledProtocol, 'forms'>,
  { style, label }: ValueStyles,
  language: Language,
): readonly ShownFinding[] => {
  const asked = questionLabels(protocol.forms.find(({ id }) => id === 'assessment'));
  return shown.map((name) => {
    const notLookedFor = assessment.notAssessed.includes(name) ? given[name] : undefined;
    const value = typeof notLookedFor === 'string' ? notLookedFor : (assessment.values[name] ?? null);
    return {
      name,
      label: plainLabel((asked.get(name) ?? label(name))[language]),
      value: formatValue(value, language, style(name)),
    };
  });
};

const questionLabels = (form: Form | undefined): ReadonlyMap<string, Text> => {
  const labels = new Map<string, Text>();
  const visit = (items: Form['items']): void => {
    for (const item of items) {
      if (item.kind === 'question') labels.set(item.name, item.label);
      else if (item.kind === 'group' || item.kind === 'repeat') visit(item.items);
    }
  };
  visit(form?.items ?? []);
  return labels;
};

/**
 * The label without what only a form or a rule needs: choices after a colon or in parentheses, the number of the item,
 * which of several readings it is, and a unit that is part of the value.
 */
export const plainLabel = (label: string): string =>
  label
    .replace(/^[A-Z]\d+ – /, '')
    .replace(/\s*:\s.*$/, '')
    .replace(/\s*\([^()]*\)$/, '')
    .replace(/ retenue?$| in use$| en jours$| in days$/, '')
    // Keeps a punctuation mark on the line of its word.
    .replace(/ (?=[?!;»])/g, NO_BREAK);

const NO_BREAK = '\u00a0';
