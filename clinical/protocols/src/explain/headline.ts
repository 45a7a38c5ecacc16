/** The class of a pair in one line. While a danger sign is unanswered and the class is not high, no class stands alone. */
import type { Scope } from '@denba/decisions/value';
import type { Language } from '@denba/quantities/text';
import { atLeastWord, classWord } from './class-words.ts';

export type Headline = {
  readonly shape: string;
  readonly text: string;
  /** The text says what the class is at least: the danger signs are not all answered. */
  readonly floor: boolean;
};

export const headlineOf = (values: Scope, language: Language): Headline => {
  const code = values['pair_class'] ?? null;
  if (typeof code !== 'string') {
    return { shape: '?', text: language === 'fr' ? 'Pas de classe' : 'No class', floor: false };
  }
  const { shape, word } = classWord(code);
  if (values['danger_signs_answered'] !== true && code !== 'high') {
    const least = atLeastWord(code);
    const whole = language === 'fr' ? 'Incomplet' : 'Incomplete';
    if (least === null) return { shape: classWord('incomplete').shape, text: whole, floor: true };
    return { shape, text: `${whole} – ${language === 'fr' ? 'au moins' : 'at least'} ${least[language]}`, floor: true };
  }
  const partly = values['pair_incomplete'] === true && code !== 'incomplete';
  const rest = language === 'fr' ? ', évaluation incomplète' : ', assessment incomplete';
  return { shape, text: `${word[language]}${partly ? rest : ''}`, floor: false };
};
