/**
 * A counselling card: front matter (id, title, whom it is for, picture, sound, trigger, source) and one short text per
 * language under `## fr`, `## en`.
 */
import type { Text } from '@denba/quantities/text';
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import { audiencesIn } from './audience.ts';
import { isFields, textOf, textsOf } from './shape.ts';
import { readYaml } from './yaml-document.ts';

export type CardSource = {
  readonly file: string;
  readonly id: string;
  readonly title: Text;
  readonly audience: string;
  /** The same as the column `for` of sheets: see `audience.ts`. */
  readonly for: readonly string[];
  readonly picture: string;
  readonly audio: string;
  /** What calls for the card, in plain words for readers. The decision is made by the tables. */
  readonly trigger: Text;
  readonly status: string;
  readonly source: string;
  readonly text: Text;
  /** Line number of each front-matter key and of each language's heading. */
  readonly lines: Readonly<Record<string, number>>;
};

export const readCard = (file: string, text: string): { card: CardSource | null; problems: Problem[] } => {
  const content = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const match = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(content);
  if (!match) return { card: null, problems: [noFrontMatter(file)] };
  const { document, problems } = readYaml(file, match[1] ?? '', 2);
  const front = document.value;
  if (!isFields(front)) return { card: null, problems: problems.length > 0 ? problems : [noFrontMatter(file)] };
  const lines: Record<string, number> = {};
  for (const key of Object.keys(front)) lines[key] = document.lineOf([key]);
  const bodyLine = match[0].split('\n').length;
  const sections = readSections(content.slice(match[0].length), bodyLine, lines);
  return {
    card: {
      file,
      id: textOf(front['id']),
      title: textsOf(front['title']),
      audience: textOf(front['audience']),
      for: audiencesIn(textOf(front['for'])),
      picture: textOf(front['picture']),
      audio: textOf(front['audio']),
      trigger: textsOf(front['trigger']),
      status: textOf(front['status']),
      source: textOf(front['source']),
      text: { ...sections, fr: sections['fr'] ?? '', en: sections['en'] ?? '' },
      lines,
    },
    problems,
  };
};

const readSections = (body: string, firstLine: number, lines: Record<string, number>): Record<string, string> => {
  const sections: Record<string, string> = {};
  let language: string | null = null;
  body.split('\n').forEach((line, index) => {
    const heading = /^##\s+([a-z]{2,3})\s*$/.exec(line);
    if (heading?.[1]) {
      language = heading[1];
      sections[language] = '';
      lines[language] = firstLine + index;
    } else if (language !== null) {
      sections[language] = `${sections[language]}${line}\n`;
    }
  });
  for (const key of Object.keys(sections)) sections[key] = (sections[key] ?? '').trim();
  return sections;
};

const noFrontMatter = (file: string): Problem =>
  problem(
    'cardShape',
    { file, line: 1 },
    {
      fr: "Cette carte n'a pas d'en-tête entre deux lignes « --- ».",
      en: 'This card has no header between two “---” lines.',
    },
    {
      fr: 'Commencez la carte par ---, puis id, title (fr, en), status, source, puis --- et les parties ## fr et ## en.',
      en: 'Start the card with ---, then id, title (fr, en), status, source, then --- and the parts ## fr and ## en.',
    },
  );
