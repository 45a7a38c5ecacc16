/** The words on the screen, by message key or by question: a test finds controls by their words, as a user does. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createTranslator } from '@denba/kit/messages/translator';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { Language } from '@denba/quantities/text';
import type { Form, FormItem, Question } from '@denba/questionnaires/form';
import type { french } from '../src/messages/french.ts';

export type Words = ReturnType<typeof spokenWords>;

/** `protocol` must be that of the build under test. */
export const spokenWords = (language: Language, protocol: CompiledProtocol) => {
  const asks = questionsIn(protocol);
  const t = createTranslator(catalogueOf(language), language, { strict: true });
  return {
    language,
    t,
    /** A question of a form of the protocol: its words, its type, and the words of its answers. */
    question: (form: string, name: string) => {
      const asked = asks(form).get(name);
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

const questionsIn = (protocol: CompiledProtocol): ((form: string) => ReadonlyMap<string, Asked>) => {
  const known = new Map<string, ReadonlyMap<string, Asked>>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const form = protocol.forms.find((one) => one.id === id);
    if (form === undefined) throw new Error(`the protocol has no form ${id}`);
    const asked = new Map(
      questionsOf(form.items).map((question) => [
        question.name,
        { question, choices: question.choices === null ? [] : (form.choices[question.choices] ?? []) },
      ]),
    );
    known.set(id, asked);
    return asked;
  };
};

const questionsOf = (items: readonly FormItem[]): readonly Question[] =>
  items.flatMap((item) =>
    item.kind === 'question' ? [item] : item.kind === 'group' || item.kind === 'repeat' ? questionsOf(item.items) : [],
  );

/** The protocol inside a built clinic: the one that the phone loads. */
export const builtProtocol = async (folder: string): Promise<CompiledProtocol> => {
  const assets = join(folder, 'assets');
  const file = readdirSync(assets).find((name) => /^_virtual_denba-protocol-.*\.js$/.test(name));
  if (file === undefined) throw new Error(`no protocol in ${assets}`);
  const { protocol } = await import(/* @vite-ignore */ pathToFileURL(join(assets, file)).href);
  return protocol;
};
