/**
 * Compiles the scored cases of the protocol (`protocols/mami/training/*.yaml`) to data, without YAML and with the
 * answers of their bases filled in.
 */
import { type ProtocolFiles, readProtocol } from '@denba/protocols/read/read-protocol';
import { isFields, textOf, textsOf } from '@denba/protocols/read/shape';
import { readYaml } from '@denba/protocols/read/yaml-document';
import { givenInputs } from '@denba/protocols/vignettes/given-inputs';
import type { TrainingCase } from '../src/training/training-case.ts';

/** Throws with the file and line of the first invalid case. */
export const trainingCases = (files: ProtocolFiles): readonly TrainingCase[] => {
  const { source } = readProtocol(files);
  return [...files]
    .filter(([path]) => /^training\/[^/]+\.yaml$/.test(path))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, text]) => {
      const { document, problems } = readYaml(path, text);
      const wrong = (line: number, what: string) => new Error(`protocols/mami/${path}:${line} ${what}`);
      if (problems.length > 0) throw wrong(problems[0]?.line ?? 1, 'is not readable YAML');
      const list = document.value;
      if (!Array.isArray(list)) throw wrong(1, 'must be a list of cases');
      return list.map((item: unknown, index): TrainingCase => {
        const line = document.lineOf([index]);
        if (!isFields(item) || !isFields(item['given'])) throw wrong(line, 'this case says nothing of what is given');
        const base = textOf(item['base']);
        const inputs = givenInputs({ base: base === '' ? null : base, given: item['given'] }, source.bases);
        if (inputs.kind === 'baseMissing') throw wrong(line, `there is no base "${inputs.base}"`);
        return {
          id: textOf(item['id']),
          title: textsOf(item['title']),
          picture: textOf(item['picture']),
          story: textsOf(item['story']),
          given: inputs.given as TrainingCase['given'],
          shown: names(item['shown']),
          choose: names(item['choose']),
          lesson: textsOf(item['lesson']),
        };
      });
    });
};

const names = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : [];
