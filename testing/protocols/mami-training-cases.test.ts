/**
 * The scored training cases: each is readable, complete in both languages, and decided by the protocol in every
 * question.
 */

import { isList } from '@denba/decisions/value';
import { createAssessor } from '@denba/protocols/assess/create-assessor';
import type { Inputs } from '@denba/protocols/assess/read-inputs';
import { createValueStyles } from '@denba/protocols/words/value-styles';
import { describe, expect, it } from 'vitest';
import { trainingCases } from '../../apps/clinic/build/training-cases.ts';
import { findingsShown, plainLabel } from '../../apps/clinic/src/training/findings-shown.ts';
import { isRight, judgeCase, noAnswer, possibleCodes } from '../../apps/clinic/src/training/judge-case.ts';
import { mamiFiles } from './read-mami.ts';
import { compiledMami, readMami } from './test/compiled-mami.ts';

const files = mamiFiles();
const { problems } = readMami;
const compiled = compiledMami;
const { assess } = createAssessor(compiled);
const styles = createValueStyles(compiled);
const cases = trainingCases(files);
const assessed = cases.map((one) => ({ one, assessment: assess(one.given as Inputs) }));

describe('the training cases', () => {
  it('are at least twelve, each with its own name, and the protocol knows their file', () => {
    expect(cases.length).toBeGreaterThanOrEqual(12);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    expect(problems.filter(({ file }) => file.startsWith('training/'))).toEqual([]);
  });

  it('show every class that the protocol can give', () => {
    const given = new Set(assessed.map(({ assessment }) => assessment.values['pair_class']));
    for (const code of possibleCodes(compiled, 'pair', 'class')) expect(given).toContain(code);
  });

  describe.each(assessed)('$one.id', ({ one, assessment }) => {
    it('gives answers that the protocol accepts', () => expect(assessment.problems).toEqual([]));

    it('tells a story of three sentences at most sixty words, in French and English', () => {
      for (const language of ['fr', 'en'] as const) {
        expect(one.title[language]).not.toBe('');
        expect(one.lesson[language]).not.toBe('');
        const sentences = one.story[language].match(/[^.!?]+[.!?]+(?:\s|$)/g) ?? [];
        expect(sentences.length).toBeLessThanOrEqual(3);
        expect(one.story[language].split(/\s+/).length).toBeLessThanOrEqual(60);
      }
    });

    it('offers something that is right and something that is not, in words', () => {
      const asked = assessment.values['actions'];
      const right = one.choose.filter((code) => asked !== undefined && isList(asked) && asked.includes(code));
      expect(right.length).toBeGreaterThan(0);
      expect(right.length).toBeLessThan(one.choose.length);
      for (const code of one.choose) expect(compiled.actions.map((action) => action.code)).toContain(code);
    });

    it('shows each finding with words and a value', () => {
      for (const language of ['fr', 'en'] as const) {
        const shown = findingsShown(one, assessment, compiled, styles, language);
        expect(shown.map(({ name }) => name)).toEqual(one.shown);
        for (const { name, label, value } of shown) {
          expect(label).not.toBe(name);
          expect(value).not.toMatch(/^$|^non renseigné$|^not recorded$|_/);
        }
      }
    });

    it('gives three points for the answer of the protocol, and none for no answer', () => {
      const nothing = judgeCase(one, noAnswer, assessment, compiled);
      expect(nothing.points).toBe(0);
      const best = judgeCase(
        one,
        {
          pairClass: nothing.pairClass.right,
          setting: nothing.setting.right,
          actions: nothing.actions.filter(({ asked }) => asked).map(({ code }) => code),
        },
        assessment,
        compiled,
      );
      expect(best.points).toBe(best.outOf);
      expect(isRight(best.pairClass) && isRight(best.setting) && best.actionsRight).toBe(true);
      expect(best.reasons.length).toBeGreaterThan(0);
    });
  });

  it('an action chosen too many costs the third point only', () => {
    const [first] = assessed;
    if (first === undefined) throw new Error('no case');
    const { one, assessment } = first;
    const { pairClass, setting } = judgeCase(one, noAnswer, assessment, compiled);
    const answer = { pairClass: pairClass.right, setting: setting.right, actions: one.choose };
    const judged = judgeCase(one, answer, assessment, compiled);
    expect(judged.points).toBe(2);
    expect(judged.actions.filter((action) => action.chosen && !action.asked).length).toBeGreaterThan(0);
  });

  it('labels lose what only a form needs', () => {
    expect(plainLabel('Œdèmes des deux pieds prenant le godet (non, +, ++, +++)')).toBe(
      'Œdèmes des deux pieds prenant le godet',
    );
    expect(plainLabel('Mouvements : spontanés / aucun')).toBe('Mouvements');
    expect(plainLabel('Poids retenu')).toBe('Poids');
    expect(plainLabel('Âge en jours')).toBe('Âge');
    expect(plainLabel('N4 – Volume par repas')).toBe('Volume par repas');
  });
});
