/**
 * The class of a pair in one line. While danger signs are unanswered and the class is not high, the line says
 * "incomplete", with the class as a minimum.
 */
import type { Scope } from '@denba/decisions/value';
import type { Language } from '@denba/quantities/text';
import { atLeastWord, classWord } from './class-words.ts';

export type Headline = {
  readonly shape: string;
  readonly text: string;
  /** True when the text states only a minimum class, because danger signs are unanswered. */
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
