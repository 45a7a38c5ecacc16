/** Why a family is offered as perhaps the same. Codes: the screen has the words. */
export type DuplicateReason =
  | 'sameName'
  | 'sameSound'
  /** Short form or other dress of the same name: Fatim, Fatoumata. */
  | 'nameVariant'
  /** One or two slips apart. */
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
