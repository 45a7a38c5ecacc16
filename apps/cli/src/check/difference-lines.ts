/** The differences that overlays make, in clinical words, as lines for the terminal. */
import { overlayDifference } from '@denba/protocols/overlay/overlay-difference';
import type { Language } from '@denba/quantities/text';
import type { SourceRead } from '../protocol-folder/read-source.ts';

export const differenceLines = (
  { base, source }: SourceRead,
  overlays: readonly string[],
  language: Language,
): readonly string[] => {
  const differences = overlayDifference(base, source);
  const names = overlays.join(' + ');
  const title = language === 'fr' ? `Ce que change ${names} :` : `What ${names} changes:`;
  const nothing = language === 'fr' ? '  rien' : '  nothing';
  return [
    title,
    ...(differences.length === 0 ? [nothing] : differences.map(({ file, text }) => `  ${text[language]}  (${file})`)),
    '',
  ];
};
