// One picture for each counselling card (protocols/mami/advice).
import { familyCards } from './family-card-pictures.ts';
import { feedingCards } from './feeding-card-pictures.ts';
import type { PictureMap } from './picture-names.ts';

export const cardPictures: PictureMap<'cards'> = { ...feedingCards, ...familyCards };
