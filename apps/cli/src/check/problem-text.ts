/** A problem of a protocol as two lines: where and what it is, and what to do. */
import { type Problem, placeText, type Severity } from '@denba/protocols/problem';
import type { Language, Text } from '@denba/quantities/text';

export const problemText = (problem: Problem, language: Language): string => {
  const severity = severities[problem.severity][language];
  const colon = language === 'fr' ? ' :' : ':';
  return `${placeText(problem)} ${severity}${colon} ${problem.message[language]}\n  → ${problem.cure[language]}`;
};

const severities: Readonly<Record<Severity, Text>> = {
  error: { fr: 'défaut', en: 'error' },
  warning: { fr: 'remarque', en: 'warning' },
};
