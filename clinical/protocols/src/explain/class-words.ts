/** The class of a mother–infant pair as a shape and a word, so that it is never shown by colour alone. */
import type { Text } from '@denba/quantities/text';

export type ClassWord = { readonly shape: string; readonly word: Text };

export const classWord = (code: string): ClassWord => words[code] ?? { shape: '?', word: { fr: code, en: code } };

const words: Readonly<Record<string, ClassWord>> = {
  high: { shape: '▲', word: { fr: 'Risque élevé', en: 'High risk' } },
  indepth: { shape: '◆', word: { fr: 'Évaluation approfondie', en: 'In-depth assessment' } },
  moderate: { shape: '■', word: { fr: 'Risque modéré', en: 'Moderate risk' } },
  review: { shape: '★', word: { fr: 'Bilan des six mois', en: 'Six-month review' } },
  incomplete: { shape: '○', word: { fr: 'Incomplet', en: 'Incomplete' } },
  low: { shape: '●', word: { fr: 'Risque faible', en: 'Low risk' } },
};

/** The word of a class as it follows "au moins". */
export const atLeastWord = (code: string): Text | null => atLeast[code] ?? null;

const atLeast: Readonly<Record<string, Text>> = {
  indepth: { fr: 'évaluation approfondie', en: 'in-depth assessment' },
  moderate: { fr: 'modéré', en: 'moderate' },
};
