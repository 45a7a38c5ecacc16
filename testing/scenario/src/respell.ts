/**
 * The ways in which a name changes between two registers. Each function applies one way to any text and may find
 * nothing to change. None of them uses the tables of the family search.
 */
import { pickOne } from './pick.ts';
import type { Random } from './random.ts';

type Respelling = readonly [written: RegExp, otherwise: readonly string[]];

/** Letters and what a French-speaking health worker may write for the same sound. */
const respellings: readonly Respelling[] = [
  [/ou(?=[aeéèiï])/i, ['w']],
  [/ou(?![aeéèiï])/i, ['u', 'oo', 'o']],
  [/w/i, ['ou']],
  [/c(?=[aouk])/i, ['k']],
  [/k(?=[aou])/i, ['c', 'kh', 'q']],
  [/dj(?=[aeéèiou])/i, ['di', 'j', 'dy']],
  [/di(?=[aeéo])/i, ['dj', 'j', 'dy']],
  [/ti(?=[aeéo])/i, ['tch', 'thi', 'ty']],
  [/ch/i, ['sh', 'tch']],
  [/gn/i, ['ni', 'ny', 'ñ']],
  [/ni(?=[aeéè])/i, ['gn', 'ny']],
  [/ng(?=[aeéo])/i, ['ŋ', 'ngu']],
  [/y(?=$)/i, ['i']],
  [/[iï]/i, ['y', 'i']],
  [/é/i, ['e', 'è', 'ey', 'ay']],
  [/ss|ç/i, ['s', 'ç', 'z']],
  [/c(?=i)/i, ['s']],
  [/s(?=[aiou])/i, ['ss', 'z', 'x']],
  [/(?<=[a-zéèï])([lmnrtb])(?=[aeiou])/i, ['$1$1']],
  [/([a-z])\1/i, ['$1']],
  [/m(?=b)/i, ['n']],
  [/(?<=[kt])(?=[aeiou])/i, ['h']],
  [/h/i, ['']],
  [/(?<=[ao])$/i, ['h']],
  [/ia(?=[mt])/i, ['iya', 'ya']],
  [/a$/i, ['e', 'é']],
  [/ph/i, ['f']],
  [/f(?=[ao])/i, ['ph']],
];

const otherwise = (random: Random, word: string): string => {
  const fitting = respellings.filter(([written]) => written.test(word));
  if (fitting.length === 0) return word;
  const [written, ways] = pickOne(random, fitting);
  return word.replace(written, pickOne(random, ways));
};

export const respelt = (random: Random, text: string): string =>
  text
    .split(' ')
    .map((word) => {
      const once = otherwise(random, word);
      return random.chance(0.4) ? otherwise(random, once) : once;
    })
    .join(' ');

export const withoutAccents = (random: Random, text: string): string => {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  return pickOne(random, [
    plain,
    plain.toUpperCase(),
    plain.toLowerCase(),
    plain.replace(/['’-]/g, ''),
    plain.replace(/['’-]/g, ' '),
  ]);
};

/** Rows of the AZERTY keyboard of the phones. */
const keyboard = ['azertyuiop', 'qsdfghjklm', 'wxcvbn'];
const neighbours = (letter: string): readonly string[] =>
  keyboard.flatMap((line) => {
    const at = line.indexOf(letter);
    return at < 0 ? [] : [line[at - 1] ?? '', line[at + 1] ?? ''].filter((key) => key !== '');
  });

/**
 * One typing error in one word, never at its first letter: a key left out, struck twice, replaced by a neighbour, or
 * exchanged with the next.
 */
export const withTypo = (random: Random, text: string): string => {
  const words = text.split(' ');
  const long = words.filter((word) => word.length >= 3);
  if (long.length === 0) return text;
  const word = pickOne(random, long);
  const at = 1 + random.whole(word.length - 1);
  const letter = word.charAt(at);
  const [before, after] = [word.slice(0, at), word.slice(at + 1)];
  const near = neighbours(letter.toLowerCase());
  const slipped = pickOne(random, [
    before + after,
    before + letter + letter + after,
    before + (near.length > 0 ? pickOne(random, near) : '') + after,
    at + 1 < word.length ? before + word.charAt(at + 1) + letter + word.slice(at + 2) : before + after,
  ]);
  return words.map((other) => (other === word ? slipped : other)).join(' ');
};

export const swapped = (text: string): string => {
  const words = text.split(' ');
  return [...words.slice(1), ...words.slice(0, 1)].join(' ');
};

const shortForms: Readonly<Record<string, readonly string[]>> = {
  Fatoumata: ['Fatim', 'Fatou', 'Fat.', 'Fatima', 'Fatimata'],
  Aminata: ['Ami', 'Mina', 'Aminatou', 'Amina'],
  Mariam: ['Mariama', 'Mariame', 'Mamou'],
  Kadiatou: ['Kadi', 'Kadidia', 'Khady'],
  Kadidia: ['Kadi', 'Kadidiatou', 'Kadiatou'],
  Aïssata: ['Aïssa', 'Aïchata', 'Aïssatou', 'Aïcha'],
  Oumou: ['Oum', 'Oumy'],
  Djénéba: ['Djéné', 'Zeïnab', 'Djénébou'],
  Rokia: ['Rokiatou', 'Roki'],
  Bintou: ['Binta'],
  Maïmouna: ['Maïmou', 'Mouna'],
  Salimata: ['Sali', 'Salimatou'],
  Ramata: ['Rama', 'Ramatou'],
  Safiatou: ['Safi', 'Safia'],
  Alimata: ['Alima', 'Halima'],
  Habibatou: ['Habi', 'Bibata'],
  Nafissatou: ['Nafi', 'Nafissa'],
  Korotoumou: ['Koro', 'Korotimi'],
  Assitan: ['Sitan', 'Astan'],
};

/** The short form of the given name, or its initial where no short form is known. */
export const calledByShortForm = (random: Random, text: string): string => {
  const [given = '', ...rest] = text.split(' ');
  const forms = shortForms[given];
  return [forms === undefined ? `${given.charAt(0)}.` : pickOne(random, forms), ...rest].join(' ');
};

export const withParticle = (random: Random, text: string): string => {
  const [given = '', ...rest] = text.split(' ');
  return pickOne(random, [
    `Mme ${text}`,
    `${text} dite ${given.slice(0, 2)}`,
    `Mme ${given} née ${rest.join(' ')}`,
    `${rest.join(' ')} ${given} épouse`,
    `Hadja ${text}`,
  ]);
};

/**
 * Groups of letters that look alike in a handwritten register. They were not used when the tables of the search were
 * made.
 */
const lookalikes = ['ao', 'nu', 'mn', 'rv', 'lt', 'ec', 'il', 'hk', 'dcl', 'gy', 'sr', 'bl', 'ui', 'ft'];

/** Reads one or two letters of each word wrong, as from handwriting. */
export const misread = (random: Random, text: string): string =>
  text
    .split(' ')
    .map((word) => {
      const once = misreadLetter(random, word);
      return random.chance(0.3) ? misreadLetter(random, once) : once;
    })
    .join(' ');

const misreadLetter = (random: Random, word: string): string => {
  const places = [...word].flatMap((letter, at) => {
    const pair = lookalikes.find((letters) => letters.includes(letter.toLowerCase()));
    return pair === undefined || at === 0 ? [] : [{ at, other: pair.replace(letter.toLowerCase(), '').charAt(0) }];
  });
  if (places.length === 0) return word;
  const { at, other } = pickOne(random, places);
  return word.slice(0, at) + other + word.slice(at + 1);
};
