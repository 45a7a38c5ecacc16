/**
 * Generates at build time what the training centre needs: the simulated families (`virtual:denba-demonstration`) and
 * the scored cases (`virtual:denba-training-cases`). Each is a chunk that only training loads; the app itself imports
 * no test code.
 */

import { usualAnswers } from '@denba/scenario/demonstration-answers';
import { demonstrationCentre } from '@denba/scenario/demonstration-centre';
import type { Plugin } from 'vite';
import { protocolFiles } from './protocol-plugin.ts';
import { trainingCases } from './training-cases.ts';

const modules: Readonly<Record<string, () => string>> = {
  'virtual:denba-demonstration': () => {
    const { drafts, situations } = demonstrationCentre();
    return moduleOf('demonstration', { drafts, usualAnswers, families: Object.keys(situations).length });
  },
  'virtual:denba-training-cases': () => moduleOf('trainingCases', trainingCases(protocolFiles())),
};

export const demonstrationPlugin = (): Plugin => ({
  name: 'denba-demonstration',
  resolveId: (id) => (id in modules ? `\0${id}` : null),
  load: (id) => (id.startsWith('\0') ? (modules[id.slice(1)]?.() ?? null) : null),
});

const moduleOf = (name: string, value: unknown): string =>
  `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
