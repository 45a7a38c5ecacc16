/** A problem of a protocol in two lines: where and what, and what to do. */
import { type Problem, placeText } from '@denba/protocols/problem';
import type { Language } from '@denba/quantities/text';

export const problemText = (problem: Problem, language: Language): string => {
  const french = language === 'fr';
  const severity = problem.severity === 'error' ? (french ? 'défaut' : 'error') : french ? 'remarque' : 'warning';
  const colon = french ? ' :' : ':';
  return `${placeText(problem)} ${severity}${colon} ${problem.message[language]}\n  → ${problem.cure[language]}`;
};
