/**
 * The form of a case, in collapsible sections. Before the first try the first section is open; afterwards those with a
 * refused answer. Works without a script.
 */
import { type Html, html, type Part } from '@denba/kit/html/html';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { unitWord } from '@denba/protocols/words/format-value';
import { createValueStyles } from '@denba/protocols/words/value-styles';
import type { Text } from '@denba/quantities/text';
import type { QuestionState } from '@denba/questionnaires/form-state';
import type { Words } from '../words/words.ts';
import { type CaseSection, knownNames, type ProtocolCase } from './protocol-case.ts';

export const caseForm = (
  words: Words,
  protocol: CompiledProtocol,
  { known, sections, tried }: ProtocolCase,
  action: string,
): Html => {
  const { t, text } = words;
  const styles = createValueStyles(protocol);
  /**
   * Appends the unit to a label, « Poids (g) », because a number without a unit is ambiguous; not when the label
   * already contains the unit, as in « en heures ».
   */
  const withUnit: WithUnit = (name, label) => {
    const { unit } = styles.style(name);
    const word = unit === null ? null : unitWord(unit, 2, words.language);
    const isSaid = word === null || (word !== unit && text(label).toLowerCase().includes(word));
    return isSaid ? text(label) : `${text(label)} (${word})`;
  };
  const knownField = (name: (typeof knownNames)[number]): Html => {
    const id = `known.${name}`;
    const { codes } = styles.style(name);
    const value = known[name] ?? '';
    const label = html`<label for="${id}">${withUnit(name, styles.label(name))}</label>`;
    if (name === 'sex') return html`<p class="field">${label}${select(words, id, codes, ['F', 'M'], value)}</p>`;
    return html`<p class="field">${label}<input id="${id}" name="${id}" value="${value}" type="${name === 'birth_date' ? 'date' : 'text'}" inputmode="${name === 'birth_date' ? 'text' : 'decimal'}" maxlength="20" autocomplete="off"></p>`;
  };
  return html`<form method="post" action="${action}" class="case">
<section aria-labelledby="child"><h2 id="child">${t('case.child')}</h2><div class="fields">${knownNames.map(knownField)}</div></section>
${sections.map((part, at) => section(words, withUnit, part, tried === null ? at < 1 : part.questions.some(({ answer }) => answer === 'refused')))}
<p><button>${t('case.conclude')}</button></p>
<p class="soft">${t('case.not-kept')}</p>
</form>`;
};

type WithUnit = (name: string, label: Text) => string;

const section = (
  words: Words,
  withUnit: WithUnit,
  { path, group, questions, isSweepable }: CaseSection,
  isOpen: boolean,
): Html => {
  const { t, text } = words;
  const answered = questions.filter(({ answer }) => answer === 'answered' || answer === 'notAssessed').length;
  const id = `none.${path}`;
  return html`<details ${isOpen && 'open'}><summary>${text(group.label)} <span class="soft">${t('case.answered', { answered, count: questions.length })}</span></summary>
${isSweepable && html`<p class="tick"><input id="${id}" name="${id}" type="checkbox" value="yes"><label for="${id}">${t('case.none')}</label></p>`}
<div class="fields">${questions.map((question) => field(words, withUnit, question))}</div></details>`;
};

const field = (words: Words, withUnit: WithUnit, { path, question, input, errors, choices }: QuestionState): Html => {
  const { t, text } = words;
  const id = `answer.${path}`;
  const problem = errors.length > 0;
  const hint: Part =
    problem &&
    html`<span class="problem" id="${id}-problem">${errors.map((error) => refusedWords(words, error))}</span>`;
  const label = html`<label for="${id}">${withUnit(question.name, question.label)}</label>`;
  const offered = (choices ?? []).map(({ name: code, label: of }) => [code, text(of)] as const);
  switch (question.type) {
    case 'boolean': {
      const value = input === true ? 'yes' : input === false ? 'no' : '';
      return html`<p class="field">${label}${options(
        words,
        id,
        [
          ['yes', t('case.yes')],
          ['no', t('case.no')],
        ],
        value,
      )}${hint}</p>`;
    }
    case 'code':
      return html`<p class="field">${label}${options(words, id, offered, typeof input === 'string' ? input : '')}${hint}</p>`;
    case 'codes': {
      const chosen: readonly unknown[] = Array.isArray(input) ? input : [];
      return html`<fieldset class="field"><legend>${text(question.label)}</legend>${offered.map(
        ([code, word]) =>
          html`<p class="tick"><input id="${id}.${code}" name="${id}.${code}" type="checkbox" value="yes" ${chosen.includes(code) && 'checked'}><label for="${id}.${code}">${word}</label></p>`,
      )}${hint}</fieldset>`;
    }
    default: {
      const isDay = question.type === 'date';
      const value = Array.isArray(input) ? String(input[0] ?? '') : input === null ? '' : String(input);
      return html`<p class="field">${label}<input id="${id}" name="${id}" type="${isDay ? 'date' : 'text'}" inputmode="${isDay ? 'text' : 'decimal'}" value="${value}" maxlength="20" autocomplete="off" aria-describedby="${problem && `${id}-problem`}">${hint}</p>`;
    }
  }
};

const refusedWords = ({ t, text }: Words, error: QuestionState['errors'][number]): string =>
  'message' in error && error.message !== null ? text(error.message) : t('case.refused');

const select = (
  words: Words,
  id: string,
  codes: Readonly<Record<string, { fr: string; en: string }>>,
  values: readonly string[],
  chosen: string,
): Html =>
  options(
    words,
    id,
    values.map((code) => [code, words.text(codes[code] ?? { fr: code, en: code })] as const),
    chosen,
  );

const options = (
  { t }: Words,
  id: string,
  offered: readonly (readonly [value: string, word: string])[],
  chosen: string,
): Html =>
  html`<select id="${id}" name="${id}"><option value="">${t('case.unknown')}</option>${offered.map(
    ([value, word]) => html`<option value="${value}" ${value === chosen && 'selected'}>${word}</option>`,
  )}</select>`;
