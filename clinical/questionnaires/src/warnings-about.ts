/**
 * The warnings about an answer that counts: unusual for the datum, implausible given other answers, readings missing or
 * too far apart. Each warning stays until the worker confirms it; the confirmation is stored with the answer.
 */
import type { Value } from '@denba/decisions/value';
import { type DataElement, isWithin } from './data-element.ts';
import type { Question } from './form.ts';
import type { Warning } from './form-state.ts';
import type { Entered } from './read-answer.ts';
import * as wording from './wording.ts';

export type AnswerInQuestion = {
  readonly question: Question;
  readonly element: DataElement | null;
  readonly entered: Entered;
  readonly isPlausible: boolean;
  readonly earlier: wording.Earlier | null;
  /** Kinds of the warnings that are already confirmed for this input. */
  readonly confirmed: readonly string[];
};

export const warningsAbout = (answer: AnswerInQuestion): readonly Warning[] => {
  if (answer.entered.state !== 'answered') return [];
  const found = [
    readingWarning(answer),
    unusualWarning(answer, answer.entered.value),
    implausibleWarning(answer, answer.entered.value),
  ];
  return found.filter((warning) => warning !== null);
};

const readingWarning = ({ question, element, entered, confirmed }: AnswerInQuestion): Warning | null => {
  const measured = entered.state === 'answered' ? entered.measured : null;
  if (measured === null || (measured.agrees && measured.remaining === 'none')) return null;
  if (measured.remaining === 'second') {
    const kind = 'secondReading';
    return { kind, message: wording.secondReading(question.label), confirmed: confirmed.includes(kind) };
  }
  const unit = element?.unit ?? null;
  const { difference, allowed } = measured;
  const kind = measured.remaining === 'third' ? 'thirdReading' : 'readingsDisagree';
  const say = kind === 'thirdReading' ? wording.thirdReading : wording.readingsDisagree;
  const message = say(question.label, difference, allowed, unit);
  return { kind, difference, allowed, unit, message, confirmed: confirmed.includes(kind) };
};

const unusualWarning = (answer: AnswerInQuestion, value: Value): Warning | null => {
  const { question, element, earlier, confirmed } = answer;
  if (element === null || typeof value !== 'number' || isWithin(value, element.soft)) return null;
  const { soft: limits, unit } = element;
  const kind = 'unusual';
  const message = wording.unusual(question.label, value, limits, unit, earlier);
  return { kind, value, limits, unit, earlier, message, confirmed: confirmed.includes(kind) };
};

const implausibleWarning = (answer: AnswerInQuestion, value: Value): Warning | null => {
  const { question, element, earlier, confirmed } = answer;
  if (answer.isPlausible) return null;
  const kind = 'implausible';
  const message = wording.implausible(question.label, question.plausibleMessage, element?.unit ?? null, earlier);
  return { kind, value, earlier, message, confirmed: confirmed.includes(kind) };
};
