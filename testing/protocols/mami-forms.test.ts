/**
 * What must hold of the MAMI forms as screens: what the button for absent signs may answer, and which pictures and
 * widgets the forms name.
 */

import { namesIn } from '@denba/decisions/expression';
import { pictureNames } from '@denba/kit/pictures/picture-names';
import { questionsIn } from '@denba/protocols/compile/questions';
import type { FormItem, Question } from '@denba/questionnaires/form';
import { describe, expect, it } from 'vitest';
import { compiledMami } from './test/compiled-mami.ts';

const compiled = compiledMami;
const questions = compiled.forms.flatMap((form) => questionsIn(form.items).map((question) => ({ form, question })));
const swept = questions.filter(({ question }) => question.well !== null);

const groupsOf = (items: readonly FormItem[], group = ''): readonly (readonly [string, Question])[] =>
  items.flatMap((item): readonly (readonly [string, Question])[] =>
    item.kind === 'question'
      ? [[group, item]]
      : item.kind === 'group' || item.kind === 'repeat'
        ? groupsOf(item.items, item.name)
        : [],
  );

describe('the words of a question', () => {
  it('do not list the answers that stand below', () => {
    const listing = questions.filter(({ question }) =>
      Object.values(question.label).some((label) => /\S \/ \S|\(.*\+\+/.test(label)),
    );
    expect(listing.map(({ question }) => `${question.name}: ${question.label.fr}`)).toEqual([]);
  });
});

describe('one button for signs that are not there (docs/decisions/0009)', () => {
  it('is offered for signs that are looked for in lists', () => {
    const names = swept.map(({ question }) => question.name);
    expect(names).toEqual(
      expect.arrayContaining(['d_convulsion', 'd_feed', 'm_bleeding', 'f1', 'f5', 'pallor', 'cleft']),
    );
  });

  it('never answers a measurement, a mood, self-harm, violence, or what must be asked one by one', () => {
    const oneByOne =
      /^(phq|epds|pnc_|sh_|mh_|suicide|violence|social|food|workload|isolated|caregiver_isolated|caregiver_violence|hiv|art|weight|length|muac|head|temp|resp|spo2|oedema|m_bp|m_temp|m_spo2|mother_muac|infant_hb|intake_unsafe|new_refusal|mother_unable|mother_newly|mother_status|bf_|f8|f9|f12|n\d|rf_|consent|enrol|vaccination|recent_inpatient|prior_infant_death|sibling|displaced|short_birth|sc\d|alive|reviewed)/;
    expect(swept.map(({ question }) => question.name).filter((name) => oneByOne.test(name))).toEqual([]);
    for (const form of compiled.forms) {
      for (const [group, question] of groupsOf(form.items)) {
        if (question.well === null) continue;
        expect(
          ['mother_mood', 'safety_flow', 'social', 'measurements', 'feeding_conclusion', 'plan'],
          group,
        ).not.toContain(group);
      }
    }
  });

  it('never answers a question that opens because something was found', () => {
    for (const { question } of swept) {
      const read = question.relevant === null ? [] : namesIn(question.relevant);
      // Movement is assessed in every young infant; in an older one it is part of the assessment of diarrhoea.
      const findings = read.filter((name) => !['young_infant', 'mother_status', 'age_days'].includes(name));
      expect(question.name === 'movement' ? [] : findings, question.name).toEqual([]);
    }
  });

  it('gives the answer that makes a well pair of it, and never one that raises an alarm', () => {
    for (const { question } of swept) expect(question.required !== false || question.well !== null).toBe(true);
    const answers = Object.fromEntries(swept.map(({ question }) => [question.name, question.well]));
    expect(answers).toMatchObject({
      d_feed: 'well',
      movement: 'spontaneous',
      jaundice: 'none',
      f5: 'effective',
      f1: true,
    });
  });
});

describe('pictures and widgets', () => {
  const known: ReadonlySet<string> = new Set(Object.values(pictureNames).flat());
  const items = (list: readonly FormItem[]): readonly FormItem[] =>
    list.flatMap((item) => [item, ...(item.kind === 'group' || item.kind === 'repeat' ? items(item.items) : [])]);
  const shown = compiled.forms
    .flatMap((form) => items(form.items))
    .flatMap((item) => ('picture' in item ? [item] : []));

  it('that forms name are there', () => {
    const named = shown.flatMap(({ picture }) => (picture === null ? [] : [picture]));
    expect(named.length).toBeGreaterThan(30);
    expect([...new Set(named)].filter((name) => !known.has(name))).toEqual([]);
  });

  it('are of the kinds that a screen knows', () => {
    const widgets = new Set(shown.flatMap(({ widget }) => (widget === null ? [] : [widget])));
    expect([...widgets].sort()).toEqual([
      'breaths',
      'detail',
      'feed-timer',
      'length',
      'muac',
      'private',
      'setting',
      'weight',
    ]);
  });

  it('keep mood, self-harm and violence on a screen of their own', () => {
    for (const id of ['assessment', 'follow-up', 'review']) {
      const form = compiled.forms.find((candidate) => candidate.id === id);
      const groups = shown.filter((item) => item.kind === 'group' && form?.items.includes(item));
      const isPrivate = groups.filter(({ widget }) => widget === 'private').map(({ name }) => name);
      expect(isPrivate).toEqual(
        id === 'review' ? ['mother_mood', 'safety_flow'] : ['mother_mood', 'safety_flow', 'social'],
      );
    }
  });
});
