/**
 * The words that a user sees, by the key of the message or by the name of the question: a test finds what it presses as
 * she does, by what is written on it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTranslator } from '@denba/kit/messages/translator';
import type { Language } from '@denba/quantities/text';
import type { Form, FormItem, Question } from '@denba/questionnaires/form';
import { mami } from '../../../clinical/protocols/test/mami.ts';
import type { french } from '../src/messages/french.ts';

export type Words = ReturnType<typeof spokenWords>;

export const spokenWords = (language: Language) => {
  const t = createTranslator(catalogueOf(language), language, { strict: true });
  return {
    language,
    t,
    /** A question of a form of the protocol: its words, its type, and the words of its answers. */
    question: (form: string, name: string) => {
      const asked = questions(form).get(name);
      if (asked === undefined) throw new Error(`the form ${form} asks nothing of the name ${name}`);
      const { question, choices } = asked;
      return {
        label: question.label[language],
        type: question.type,
        well: question.well,
        option: (code: string): string => {
          const choice = choices.find((one) => one.name === code);
          if (choice === undefined) throw new Error(`${name} has no answer ${code}`);
          return choice.label[language];
        },
        hasOptions: choices.length > 0,
      };
    },
  };
};

const messages = fileURLToPath(new URL('../src/messages', import.meta.url));

const catalogueOf = (language: Language): typeof french =>
  Object.assign(
    {},
    ...readdirSync(join(messages, language)).map((file) =>
      JSON.parse(readFileSync(join(messages, language, file), 'utf8')),
    ),
  );

type Asked = { readonly question: Question; readonly choices: Form['choices'][string] };

const known = new Map<string, ReadonlyMap<string, Asked>>();

const questions = (id: string): ReadonlyMap<string, Asked> => {
  const found = known.get(id);
  if (found !== undefined) return found;
  const form = mami.forms.find((one) => one.id === id);
  if (form === undefined) throw new Error(`the protocol has no form ${id}`);
  const asked = new Map(
    questionsIn(form.items).map((question) => [
      question.name,
      { question, choices: question.choices === null ? [] : (form.choices[question.choices] ?? []) },
    ]),
  );
  known.set(id, asked);
  return asked;
};

const questionsIn = (items: readonly FormItem[]): readonly Question[] =>
  items.flatMap((item) =>
    item.kind === 'question' ? [item] : item.kind === 'group' || item.kind === 'repeat' ? questionsIn(item.items) : [],
  );
