/** What a conclusion lacks: each element once, "not looked for" apart from "not recorded", and how to end it. */
import type { Language } from '@denba/quantities/text';
import type { Assessment } from '../assess/assessment.ts';
import type { ValueStyles } from '../words/value-styles.ts';

/** Longer lists are cut: nobody reads them, and the form asks in order. */
const longest = 12;

export const missingLines = (
  assessment: Assessment,
  behind: ReadonlySet<string>,
  language: Language,
  { label }: ValueStyles,
): string[] => {
  const missing = assessment.missing.filter((name) => behind.has(name));
  if (missing.length === 0) return [];
  const lines = missing.slice(0, longest).map((name) => {
    const why = assessment.notAssessed.includes(name)
      ? { fr: 'non recherché', en: 'not looked for' }
      : { fr: 'non renseigné', en: 'not recorded' };
    return `- ${label(name)[language]} : ${why[language]}`;
  });
  const more = missing.length - longest;
  if (more > 0) lines.push(language === 'fr' ? `- … et ${more} autres` : `- … and ${more} more`);
  lines.push(
    language === 'fr'
      ? '  Recherchez ces points, notez-les, puis évaluez à nouveau. Ce qui manque ne compte jamais pour normal.'
      : '  Look for these, record them, then assess again. What is missing never counts as normal.',
  );
  return language === 'fr' ? lines : lines.map((line) => line.replace(' : ', ': '));
};
