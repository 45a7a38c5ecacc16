/** Codes that say why a family is offered as a possible duplicate. The screen has the words for them. */
export type DuplicateReason =
  | 'sameName'
  | 'sameSound'
  /** A short form or another spelling tradition of the same name: Fatim, Fatoumata. */
  | 'nameVariant'
  /** The names differ by one or two slips (see `edit-distance.ts`). */
  | 'closeName'
  | 'sameOtherName'
  | 'samePhone'
  | 'closePhone'
  | 'sameVillage'
  | 'closeVillage'
  | 'sameCard'
  | 'sameAge'
  | 'closeAge'
  | 'sameBirth'
  | 'closeBirth'
  | 'sameSex';
