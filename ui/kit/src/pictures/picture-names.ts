/**
 * Every picture's name, by the group with which it is loaded. The front matter of counselling cards uses these names.
 */
export const pictureNames = {
  attachment: [
    'attachment-chin',
    'attachment-chin-not',
    'attachment-mouth',
    'attachment-mouth-not',
    'attachment-lip',
    'attachment-lip-not',
    'attachment-areola',
    'attachment-areola-not',
    'position-good',
    'position-not',
    'suckling-deep',
    'suckling-not',
  ],
  danger: [
    'feeds',
    'does-not-feed',
    'convulsion',
    'vomits-everything',
    'lethargic',
    'movement-stimulated',
    'fast-breathing',
    'chest-indrawing',
    'fever',
    'cold',
    'jaundice',
    'oedema',
  ],
  measuring: [
    'weighing',
    'length-board',
    'muac',
    'head-circumference',
    'breath-counting',
    'thermometer',
    'mother-muac',
    'blood-pressure',
  ],
  sections: [
    'danger-signs',
    'illness',
    'measures',
    'feeding',
    'mother-body',
    'mother-mood',
    'social-life',
    'risk',
    'plan',
    'review',
    'screen',
  ],
  shell: ['welcome', 'nobody-due', 'no-result', 'saved', 'locked', 'training', 'offline', 'backup'],
  journey: ['referral', 'counter-referral', 'tracing', 'condolence', 'father', 'family'],
  cards: [
    'cc01-breast-milk-only',
    'cc02-day-and-night',
    'cc03-position',
    'cc04-attachment',
    'cc05-kangaroo',
    'cc06-express-and-cup',
    'cc07-mother-away',
    'cc08-sick-baby',
    'cc09-clean-hands',
    'cc10-mother-eats',
    'cc11-more-milk',
    'cc12-sore-breasts',
    'cc13-milk-returns',
    'cc14-without-mother',
    'cc15-safe-cup',
    'cc16-twins',
    'cc17-wellbeing',
    'cc18-family-helps',
    'cc19-play-and-talk',
    'cc20-birth-spacing',
    'cc21-hiv-and-feeding',
    'cc22-come-back',
    'cc23-vaccines-and-net',
    'cc24-first-foods',
    'cc25-young-mother',
  ],
} as const;

export type PictureGroup = keyof typeof pictureNames;
export type PictureName = (typeof pictureNames)[PictureGroup][number];

/** One drawing for each name of the group: a missing one does not compile. */
export type PictureMap<G extends PictureGroup> = Readonly<Record<(typeof pictureNames)[G][number], string>>;

const groups: ReadonlyMap<string, PictureGroup> = new Map(
  (Object.keys(pictureNames) as PictureGroup[]).flatMap((group) => pictureNames[group].map((name) => [name, group])),
);

export const isPictureName = (name: string): name is PictureName => groups.has(name);

/** The group that contains the picture. */
export const groupOf = (name: PictureName): PictureGroup => {
  const group = groups.get(name);
  if (group === undefined) throw new Error(`No group draws the picture ${name}.`);
  return group;
};
