/**
 * Reads a protocol folder without parsing cells: sheets as rows of text, cards, vignettes, with the requested overlays
 * already applied. Pure: the folder is a map from path (relative to the folder) to text.
 */
import { applyOverlay } from '../overlay/apply-overlay.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import { type CardSource, readCard } from './card.ts';
import { checkColumns } from './check-columns.ts';
import { blankHead, readOverlayHead, readProtocolHead } from './protocol-head.ts';
import type { ProtocolContent, ProtocolSource } from './protocol-source.ts';
import { readSheet, type Sheet } from './sheet.ts';
import { rootSheets, shapeOf } from './sheet-shapes.ts';
import { readBases, readVignettes, type VignetteBase, type VignetteSource } from './vignette-source.ts';

export type ProtocolFiles = ReadonlyMap<string, string>;

export type ReadProtocol = { readonly source: ProtocolSource; readonly problems: readonly Problem[] };

/** Reads a folder and applies the named overlays in order. Missing files are reported and read as empty. */
export const readProtocol = (files: ProtocolFiles, overlays: readonly string[] = []): ReadProtocol => {
  const problems: Problem[] = [];
  for (const name of neededFiles) if (!files.has(name)) problems.push(fileMissing(name));
  const headText = files.get('protocol.yaml');
  const { head, problems: headProblems } =
    headText === undefined ? { head: null, problems: [] } : readProtocolHead('protocol.yaml', headText);
  problems.push(...headProblems);
  let source: ProtocolSource = { head: head ?? blankHead, overlays: [], ...readContent(files, '', problems) };
  for (const name of overlays) {
    const overlaid = overlay(files, source, name);
    problems.push(...overlaid.problems);
    source = overlaid.source;
  }
  return { source, problems };
};

const neededFiles = [
  'protocol.yaml',
  'parameters.csv',
  'data-elements.csv',
  'derived.csv',
  'tables.csv',
  'outputs.csv',
];

/** The names of the overlays in a folder. */
export const overlayNames = (files: ProtocolFiles): string[] =>
  [...new Set([...files.keys()].flatMap((path) => /^overlays\/([^/]+)\//.exec(path)?.[1] ?? []))].sort();

const overlay = (
  files: ProtocolFiles,
  base: ProtocolSource,
  name: string,
): { source: ProtocolSource; problems: readonly Problem[] } => {
  const folder = `overlays/${name}/`;
  const headText = files.get(`${folder}overlay.yaml`);
  if (headText === undefined) return { source: base, problems: [overlayMissing(name, overlayNames(files))] };
  const { head, problems } = readOverlayHead(`${folder}overlay.yaml`, headText);
  if (head === null) return { source: base, problems };
  const content = readContent(files, folder, problems);
  const applied = applyOverlay(base, { head, ...content });
  return { source: applied.source, problems: [...problems, ...applied.problems] };
};

const readContent = (files: ProtocolFiles, folder: string, problems: Problem[]): ProtocolContent => {
  const sheets = new Map<string, Sheet>();
  const cards: CardSource[] = [];
  const vignettes: VignetteSource[] = [];
  const bases = new Map<string, VignetteBase>();
  for (const file of [...files.keys()].sort()) {
    if (!file.startsWith(folder)) continue;
    const path = file.slice(folder.length);
    const text = files.get(file) ?? '';
    const shape = shapeOf(path);
    if (shape !== null) {
      const read = readSheet(file, text);
      problems.push(...read.problems, ...checkColumns(read.sheet, shape, folder !== ''));
      sheets.set(path, read.sheet);
    } else if (/^advice\/[^/]+\.md$/.test(path)) {
      const read = readCard(file, text);
      problems.push(...read.problems);
      if (read.card !== null) cards.push(read.card);
    } else if (path === 'vignettes/bases.yaml') {
      const read = readBases(file, text);
      problems.push(...read.problems);
      for (const [name, base] of read.bases) bases.set(name, base);
    } else if (/^vignettes\/[^/]+\.yaml$/.test(path)) {
      const read = readVignettes(file, text);
      problems.push(...read.problems);
      vignettes.push(...read.vignettes);
    } else if (!/^(overlays\/|training\/|protocol\.yaml$|overlay\.yaml$)/.test(path) && !/\.md$/.test(path)) {
      problems.push(fileUnknown(file));
    }
  }
  return { sheets, cards, vignettes, bases };
};

const fileMissing = (file: string): Problem =>
  problem(
    'fileMissing',
    { file },
    { fr: `Le fichier ${file} manque.`, en: `The file ${file} is missing.` },
    { fr: 'Ajoutez-le au dossier du protocole.', en: 'Add it to the protocol folder.' },
  );

const fileUnknown = (file: string): Problem =>
  problem(
    'fileUnknown',
    { file },
    { fr: "Ce fichier n'est lu par aucune partie du protocole.", en: 'No part of the protocol reads this file.' },
    {
      fr: `Vérifiez son nom et son dossier (feuilles : ${Object.keys(rootSheets).join(', ')}, tables/, forms/, advice/, vignettes/).`,
      en: `Check its name and folder (sheets: ${Object.keys(rootSheets).join(', ')}, tables/, forms/, advice/, vignettes/).`,
    },
    'warning',
  );

const overlayMissing = (name: string, known: readonly string[]): Problem =>
  problem(
    'overlayMissing',
    { file: `overlays/${name}/overlay.yaml` },
    { fr: `L'adaptation « ${name} » n'existe pas.`, en: `There is no overlay “${name}”.` },
    {
      fr: known.length === 0 ? "Ce protocole n'a pas d'adaptation." : `Adaptations : ${known.join(', ')}.`,
      en: known.length === 0 ? 'This protocol has no overlay.' : `Overlays: ${known.join(', ')}.`,
    },
  );
