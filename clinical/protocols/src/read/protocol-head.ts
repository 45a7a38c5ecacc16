/** `protocol.yaml` and `overlay.yaml`: what the folder is, whom it applies to, its sources and its approval. */
import type { Text } from '@denba/quantities/text';
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import type { Audience } from './audience.ts';
import { isFields, textOf, textsOf } from './shape.ts';
import { readYaml, type YamlDocument } from './yaml-document.ts';

export type ReadState = 'yes' | 'no' | 'secondary';

/**
 * A document that the content cites. `read`: whether its own text was read, or only (`secondary`) what other documents
 * say of it.
 */
export type CitedSource = {
  readonly key: string;
  readonly title: string;
  readonly url: string;
  readonly read: ReadState;
};

export type Approval = { readonly status: string; readonly approvedBy: string; readonly approvedOn: string };

export type ProtocolHead = {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  readonly appliesTo: Text;
  readonly sources: readonly CitedSource[];
  readonly audiences: readonly Audience[];
  readonly approval: Approval;
};

/** Replaces a `protocol.yaml` that is missing or unreadable, so that the rest can still be checked. */
export const blankHead: ProtocolHead = {
  id: '',
  version: '',
  title: { fr: '', en: '' },
  appliesTo: { fr: '', en: '' },
  sources: [],
  audiences: [],
  approval: { status: 'draft', approvedBy: '', approvedOn: '' },
};

export type OverlayHead = { readonly id: string; readonly title: Text; readonly base: string; readonly note: Text };

export const readProtocolHead = (file: string, text: string): { head: ProtocolHead | null; problems: Problem[] } => {
  const { document, problems } = readYaml(file, text);
  const fields = document.value;
  if (!isFields(fields)) return { head: null, problems: problems.length > 0 ? problems : [missingKey(file, 1, 'id')] };
  for (const key of ['id', 'version']) if (textOf(fields[key]) === '') problems.push(missingKey(file, 1, key));
  const approval = isFields(fields['approval']) ? fields['approval'] : {};
  return {
    head: {
      id: textOf(fields['id']),
      version: textOf(fields['version']),
      title: textsOf(fields['title']),
      appliesTo: textsOf(fields['appliesTo']),
      sources: readSources(file, document, fields['sources'], problems),
      audiences: readAudiences(fields['audiences']),
      approval: {
        status: textOf(approval['status']) || 'draft',
        approvedBy: textOf(approval['approvedBy']),
        approvedOn: textOf(approval['approvedOn']),
      },
    },
    problems,
  };
};

export const readOverlayHead = (file: string, text: string): { head: OverlayHead | null; problems: Problem[] } => {
  const { document, problems } = readYaml(file, text);
  const fields = document.value;
  if (!isFields(fields)) return { head: null, problems: problems.length > 0 ? problems : [missingKey(file, 1, 'id')] };
  if (textOf(fields['id']) === '') problems.push(missingKey(file, 1, 'id'));
  const note = fields['note'];
  return {
    head: {
      id: textOf(fields['id']),
      title: textsOf(fields['title']),
      base: textOf(fields['base']),
      note: isFields(note) ? textsOf(note) : { fr: textOf(note), en: textOf(note) },
    },
    problems,
  };
};

const readSources = (file: string, document: YamlDocument, value: unknown, problems: Problem[]): CitedSource[] => {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown, index) => {
    const line = document.lineOf(['sources', index]);
    if (!isFields(item) || textOf(item['key']) === '') {
      problems.push(missingKey(file, line, 'sources.key'));
      return [];
    }
    // YAML 1.2 reads `yes` and `no` as texts; authors who write true or false mean the same.
    const read = { yes: 'yes', true: 'yes', secondary: 'secondary' }[textOf(item['read'])] ?? 'no';
    const { key, title, url } = item;
    return [{ key: textOf(key), title: textOf(title), url: textOf(url), read: read as ReadState }];
  });
};

/** For example `mother_alive: { fr: 'mère, maman', en: mother }`. */
const readAudiences = (value: unknown): Audience[] =>
  Object.entries(isFields(value) ? value : {}).map(([name, words]) => ({
    name,
    words: Object.fromEntries(
      Object.entries(isFields(words) ? words : {}).map(([language, text]) => [
        language,
        textOf(text)
          .split(',')
          .map((word) => word.trim())
          .filter((word) => word !== ''),
      ]),
    ),
  }));

const missingKey = (file: string, line: number, key: string): Problem =>
  problem(
    'cellMissing',
    { file, line, column: key },
    { fr: `« ${key} » manque.`, en: `“${key}” is missing.` },
    { fr: `Ajoutez une ligne « ${key}: … ».`, en: `Add a line “${key}: …”.` },
  );
