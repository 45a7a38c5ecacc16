/** A YAML text as plain data, with the line number of each part. */
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';

export type YamlDocument = {
  readonly value: unknown;
  /** The line of the value at a path, or of the nearest existing part above it. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
};

/** `firstLine`: the line of the file on which the text starts (the front matter of a card starts on line 2). */
export const readYaml = (
  file: string,
  text: string,
  firstLine = 1,
): { document: YamlDocument; problems: Problem[] } => {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(lines.linePos(offset).line, 1) + firstLine - 1;
  const problems = parsed.errors.map((error) => notYaml(file, lineAt(error.pos[0]), error.message));
  const lineOf = (path: readonly (string | number)[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const node: unknown = length === 0 ? parsed.contents : parsed.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return firstLine;
  };
  return { document: { value: problems.length > 0 ? null : parsed.toJS(), lineOf }, problems };
};

const notYaml = (file: string, line: number, detail: string): Problem =>
  problem(
    'notYaml',
    { file, line },
    { fr: `Ce texte n'est pas du YAML lisible (${detail}).`, en: `This text is not readable YAML (${detail}).` },
    {
      fr: "Vérifiez l'alignement, les deux-points et les guillemets autour des textes qui en contiennent.",
      en: 'Check the alignment, the colons, and the quotes around texts that contain them.',
    },
  );
