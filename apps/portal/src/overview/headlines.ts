/** The ten figures of the first page, under the three questions that a district asks. */
export const headlines = [
  { question: 'covered', codes: ['MAMI.IND.01', 'MAMI.IND.03', 'MAMI.IND.05', 'MAMI.IND.28'] },
  { question: 'lost', codes: ['MAMI.IND.10', 'MAMI.IND.25', 'MAMI.IND.11'] },
  { question: 'works', codes: ['MAMI.IND.24', 'MAMI.IND.06', 'MAMI.IND.08'] },
] as const;

export type Question = (typeof headlines)[number]['question'];

export const headlineCodes: readonly string[] = headlines.flatMap(({ codes }) => codes);

export const DEATHS = 'MAMI.IND.11';
export const DEFAULTS = 'MAMI.IND.10';
export const REFERRALS = 'MAMI.IND.06';
