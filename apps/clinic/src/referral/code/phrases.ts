/**
 * Phrases that most notes contain, each replaced by one character that no note contains (the control characters U+0080
 * to U+009F). Deflate shortens a phrase only from its second occurrence, and a note is too short for that.
 *
 * Frozen, because printed notes outlive programs: the order never changes and nothing is removed; another list would
 * need another packing.
 */
const phrases = [
  'la prise du sein est à aider.',
  "La succion n'est pas efficace",
  'depuis la dernière visite',
  'Poids de naissance non repris à ',
  ', sous le seuil de ',
  ', le seuil est ',
  'Le nourrisson ne ',
  'Le nourrisson ',
  ' avant deux mois.',
  'Respiration rapide : ',
  ' pendant cette maladie.',
  'Perte de poids confirmée : ',
  ' depuis la naissance',
  ' : gain insuffisant.',
  'tétées en 24 heures, moins de ',
  'La mère a ',
  'La mère est ',
  "L'enfant ne ",
  "L'enfant ",
  ' par jour',
  'Diarrhée avec signes de déshydratation',
  'Centre de santé',
  'CSCom de ',
  'CSRéf de ',
  'Hôpital ',
  'Coulibaly',
  'Traoré',
  'Diarra',
  'Keïta',
  '"+223',
  '","',
  '"],"',
] as const;

const letters = phrases.map((_, index) => String.fromCharCode(0x80 + index));

/** Returns `null` when the text already contains one of the characters and therefore cannot be encoded. */
export const shortenPhrases = (text: string): string | null =>
  letters.some((letter) => text.includes(letter))
    ? null
    : phrases.reduce((shorter, phrase, index) => shorter.replaceAll(phrase, letters[index] ?? phrase), text);

export const lengthenPhrases = (text: string): string =>
  phrases.reduceRight<string>((longer, phrase, index) => longer.replaceAll(letters[index] ?? phrase, phrase), text);
