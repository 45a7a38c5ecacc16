import type { PictureGroup, PictureMap } from './picture-names.ts';

/** The drawings of one group by name. */
export type Drawings = Readonly<Record<string, string>>;

const sources: { readonly [G in PictureGroup]: () => Promise<PictureMap<G>> } = {
  shell: async () => (await import('./shell-pictures.ts')).shellPictures,
  attachment: async () => (await import('./attachment-pictures.ts')).attachmentPictures,
  danger: async () => (await import('./danger-pictures.ts')).dangerPictures,
  measuring: async () => (await import('./measuring-pictures.ts')).measuringPictures,
  sections: async () => (await import('./section-pictures.ts')).sectionPictures,
  journey: async () => (await import('./journey-pictures.ts')).journeyPictures,
  cards: async () => (await import('./card-pictures.ts')).cardPictures,
};

const drawn = new Map<PictureGroup, Drawings>();

/** The drawings of a group when it is already loaded, else undefined. */
export const drawnGroup = (group: PictureGroup): Drawings | undefined => drawn.get(group);

/** Loads and caches a group; may be called before it is shown. Rejects when the module cannot be fetched. */
export const loadPictures = async (group: PictureGroup): Promise<Drawings> => {
  const drawings = drawn.get(group) ?? (await sources[group]());
  drawn.set(group, drawings);
  return drawings;
};
