/** The messages for gaps, overlaps and unreachable rows. */
import type { Text } from '@denba/quantities/text';
import { written } from '../format-value.ts';
import type { Value } from '../value.ts';
import { inWords, type TableProblem } from './table-problem.ts';

type Example = Readonly<Record<string, Value>>;

/** A gap that needs an unknown input is only a warning, because the engine still answers "undecided" there. */
export const gap = (example: Example): TableProblem => ({
  kind: 'gap',
  severity: Object.values(example).includes(null) ? 'warning' : 'error',
  row: null,
  column: null,
  message: {
    fr: `Aucune ligne ne répond à : ${inWords(example, written) || 'n’importe quelles données'}.`,
    en: `No row answers: ${inWords(example, written) || 'any inputs'}.`,
  },
  cure: {
    fr: 'Ajoutez une ligne, élargissez une case, ou donnez une valeur par défaut à chaque sortie.',
    en: 'Add a row, widen a cell, or give every output a default.',
  },
  example,
});

export const overlap = (policy: 'U' | 'A', first: string, second: string, example: Example): TableProblem => ({
  kind: 'overlap',
  severity: policy === 'U' ? 'error' : 'warning',
  row: second,
  column: null,
  message:
    policy === 'U'
      ? {
          fr: `${first} et ${second} valent ensemble, par exemple pour : ${inWords(example, written)}.`,
          en: `${first} and ${second} hold together, for example for: ${inWords(example, written)}.`,
        }
      : {
          fr: `${first} et ${second} valent ensemble avec des sorties différentes, par exemple pour : ${inWords(example, written)}.`,
          en: `${first} and ${second} hold together with different outputs, for example for: ${inWords(example, written)}.`,
        },
  cure: {
    fr: 'Séparez-les par une borne ou un code, ou choisissez une autre règle de choix (P, F).',
    en: 'Separate them by a boundary or a code, or choose another hit policy (P, F).',
  },
  example,
});

/** `hiddenBy` is empty when the row cannot hold at all. */
export const unreachable = (row: string, column: string | null, hiddenBy: readonly string[]): TableProblem => ({
  kind: 'unreachable',
  severity: 'error',
  row,
  column,
  message:
    hiddenBy.length > 0
      ? {
          fr: `La ligne ne compte jamais : ${hiddenBy.join(', ')} répond avant elle.`,
          en: `The row never counts: ${hiddenBy.join(', ')} answers before it.`,
        }
      : { fr: 'La ligne ne peut jamais valoir.', en: 'The row can never hold.' },
  cure:
    hiddenBy.length > 0
      ? { fr: 'Retirez la ligne, ou placez-la avant les autres.', en: 'Remove the row, or place it before the others.' }
      : {
          fr: 'Vérifiez les bornes et les codes de ses cases (bornes inversées, hors du domaine, contradictoires).',
          en: 'Check the bounds and codes of its cells (reversed, outside the domain, contradictory).',
        },
});

const questions: Readonly<Record<'gap' | 'overlap' | 'unreachable', Text>> = {
  gap: { fr: 's’il manque une ligne', en: 'whether a row is missing' },
  overlap: { fr: 'si deux lignes valent ensemble', en: 'whether two rows hold together' },
  unreachable: { fr: 'si la ligne est masquée', en: 'whether the row is hidden' },
};

export const notJudged = (question: keyof typeof questions, rows: readonly string[]): TableProblem => ({
  kind: 'notAnalysed',
  severity: 'warning',
  row: rows.at(-1) ?? null,
  column: null,
  message: {
    fr: `Impossible de dire ${questions[question].fr}${rows.length > 1 ? ` (${rows.join(', ')})` : ''} : les colonnes dépendent les unes des autres, ou sont trop nombreuses.`,
    en: `Cannot tell ${questions[question].en}${rows.length > 1 ? ` (${rows.join(', ')})` : ''}: the columns depend on each other, or are too many.`,
  },
  cure: {
    fr: 'Nommez les valeurs calculées (valeur dérivée) et testez chacune dans une seule colonne, ou couvrez ces lignes par des vignettes.',
    en: 'Name computed values (a derived value) and test each in one column only, or cover these rows with vignettes.',
  },
});
