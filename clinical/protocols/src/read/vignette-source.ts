/** Vignettes as written: each is one case of the guideline, with what is given and what must follow. */
import type { Text } from '@denba/quantities/text';
import type { Place, Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import { type Fields, isFields, textOf, textsOf } from './shape.ts';
import { readYaml } from './yaml-document.ts';

export type VignetteSource = {
  readonly id: string;
  readonly title: Text;
  readonly source: string;
  readonly base: string | null;
  readonly given: Fields;
  readonly expect: Fields;
  readonly place: Place;
};

export type VignetteBase = { readonly base: string | null; readonly given: Fields };

/** Reads a `vignettes/*.yaml` file other than the bases. */
export const readVignettes = (file: string, text: string): { vignettes: VignetteSource[]; problems: Problem[] } => {
  const { document, problems } = readYaml(file, text);
  if (problems.length > 0) return { vignettes: [], problems };
  if (document.value === null) return { vignettes: [], problems };
  if (!Array.isArray(document.value)) return { vignettes: [], problems: [notAList(file)] };
  const vignettes: VignetteSource[] = [];
  for (const [index, item] of document.value.entries() as ArrayIterator<[number, unknown]>) {
    const vignette = readVignette(item, { file, line: document.lineOf([index]) });
    if (vignette === null) {
      problems.push(notACase({ file, line: document.lineOf([index]) }));
      continue;
    }
    vignettes.push(vignette);
    for (const key of Object.keys(isFields(item) ? item : {})) {
      if (vignetteKeys.includes(key)) continue;
      problems.push(unknownKey({ file, line: document.lineOf([index, key]), column: key }));
    }
  }
  return { vignettes, problems };
};

const readVignette = (item: unknown, place: Place): VignetteSource | null => {
  if (!isFields(item)) return null;
  const { given = {}, expect } = item;
  const [id, base] = [textOf(item['id']), textOf(item['base'])];
  if (id === '' || !isFields(given) || !isFields(expect) || Object.keys(expect).length === 0) return null;
  const title = textsOf(item['title']);
  return { id, title, source: textOf(item['source']), base: base === '' ? null : base, given, expect, place };
};

/** Reads `vignettes/bases.yaml`: sets of inputs that several cases start from. */
export const readBases = (
  file: string,
  text: string,
): { bases: ReadonlyMap<string, VignetteBase>; problems: Problem[] } => {
  const { document, problems } = readYaml(file, text);
  const bases = new Map<string, VignetteBase>();
  if (problems.length > 0 || document.value === null) return { bases, problems };
  if (!isFields(document.value)) return { bases, problems: [notAMap(file)] };
  for (const [name, value] of Object.entries(document.value)) {
    const given = isFields(value) ? value['given'] : undefined;
    if (!isFields(value) || !isFields(given))
      problems.push(notABase({ file, line: document.lineOf([name]), column: name }));
    else bases.set(name, { base: textOf(value['base']) || null, given });
  }
  return { bases, problems };
};

const vignetteKeys = ['id', 'title', 'source', 'base', 'given', 'expect', 'note'];

const notAList = (file: string): Problem =>
  problem(
    'vignetteWrong',
    { file, line: 1 },
    { fr: 'Ce fichier doit être une liste de cas.', en: 'This file must be a list of cases.' },
    { fr: 'Commencez chaque cas par « - id: ».', en: 'Start each case with “- id:”.' },
  );

const notAMap = (file: string): Problem =>
  problem(
    'vignetteWrong',
    { file, line: 1 },
    { fr: 'Ce fichier doit donner des bases par leur nom.', en: 'This file must give bases by name.' },
    { fr: 'Écrivez « nom: », puis « given: » en retrait.', en: 'Write “name:”, then an indented “given:”.' },
  );

const notACase = (place: Place): Problem =>
  problem(
    'vignetteWrong',
    place,
    {
      fr: 'Ce cas est incomplet : il faut un id, des données (given) et au moins un résultat attendu (expect).',
      en: 'This case is incomplete: it needs an id, what is given, and at least one expected result.',
    },
    { fr: 'Complétez le cas ou ôtez-le.', en: 'Complete the case or remove it.' },
  );

const notABase = (place: Place): Problem =>
  problem(
    'vignetteWrong',
    place,
    { fr: `La base « ${place.column} » n'a pas de partie given.`, en: `The base “${place.column}” has no given part.` },
    { fr: 'Ajoutez given: puis les données, en retrait.', en: 'Add given: then the data, indented.' },
  );

const unknownKey = (place: Place): Problem =>
  problem(
    'vignetteWrong',
    place,
    { fr: `« ${place.column} » n'est pas lu dans un cas.`, en: `“${place.column}” is not read in a case.` },
    { fr: `Clés possibles : ${vignetteKeys.join(', ')}.`, en: `Possible keys: ${vignetteKeys.join(', ')}.` },
  );
