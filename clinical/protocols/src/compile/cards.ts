/** `advice/*.md`: counselling cards, at most 80 words in each language because they are read aloud to a mother. */
import type { Text } from '@denba/quantities/text';
import { problem } from '../problem.ts';
import type { CardSource } from '../read/card.ts';
import { closest } from '../read/closest-name.ts';
import { type Report, statuses } from './cells.ts';
import type { Card } from './compiled-protocol.ts';

const maxCardWords = 80;

export const compileCards = (cards: readonly CardSource[], report: Report): Card[] => {
  const seen = new Set<string>();
  return cards.flatMap((card) => {
    const place = (column: string) => ({ file: card.file, line: card.lines[column] ?? 1, column });
    if (card.id === '' || seen.has(card.id)) {
      report(
        problem(
          card.id === '' ? 'cellMissing' : 'nameTwice',
          place('id'),
          card.id === ''
            ? { fr: "Cette carte n'a pas d'id.", en: 'This card has no id.' }
            : { fr: `Une autre carte a déjà l'id ${card.id}.`, en: `Another card already has the id ${card.id}.` },
          { fr: 'Donnez un id propre à cette carte (CC26…).', en: 'Give this card an id of its own (CC26…).' },
        ),
      );
      return [];
    }
    seen.add(card.id);
    for (const language of ['fr', 'en'] as const) {
      if (card.title[language] === '') report(missingText(place('title'), language));
      if (card.text[language] === '') report(missingText(place(language), language));
      const words = wordCount(card.text[language]);
      if (words > maxCardWords) report(tooLong(place(language), words));
    }
    const status = statuses.find((candidate) => candidate === card.status);
    if (status === undefined) {
      report(
        problem(
          card.status === '' ? 'statusMissing' : 'notOneOf',
          place('status'),
          { fr: `Le statut « ${card.status} » n'est pas connu.`, en: `The status “${card.status}” is not known.` },
          didYouMean(card.status, statuses),
        ),
      );
    }
    if (card.source === '') {
      report(
        problem(
          'sourceMissing',
          place('source'),
          { fr: "Cette carte ne dit pas d'où elle vient.", en: 'This card does not say where it comes from.' },
          { fr: "Écrivez la clé d'une source de protocol.yaml.", en: 'Write the key of a source of protocol.yaml.' },
        ),
      );
    }
    const { id, title, audience, picture, audio, trigger, text, source } = card;
    return [{ id, title, audience, picture, audio, trigger, text, source, status: status ?? 'default' }];
  });
};

/** The number of words as read aloud: pieces between spaces that hold a letter or a digit. */
const wordCount = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const didYouMean = (given: string, known: readonly string[]): Text => {
  const near = closest(given, known);
  return near === null
    ? { fr: `Écrivez l'un de : ${known.join(', ')}.`, en: `Write one of: ${known.join(', ')}.` }
    : { fr: `Vouliez-vous écrire « ${near} » ?`, en: `Did you mean “${near}”?` };
};

const missingText = (place: { file: string; line: number; column: string }, language: 'fr' | 'en') =>
  problem(
    'textMissing',
    place,
    language === 'fr'
      ? { fr: 'Le texte français manque.', en: 'The French text is missing.' }
      : { fr: 'Le texte anglais manque.', en: 'The English text is missing.' },
    { fr: `Écrivez-le sous ## ${language} (ou dans title).`, en: `Write it under ## ${language} (or in title).` },
  );

const tooLong = (place: { file: string; line: number; column: string }, words: number) =>
  problem(
    'cardTooLong',
    place,
    {
      fr: `Cette carte compte ${words} mots ; une mère en retient ${maxCardWords} au plus.`,
      en: `This card has ${words} words; a mother can hold ${maxCardWords} at most.`,
    },
    { fr: 'Gardez une idée et ôtez le reste.', en: 'Keep one idea and take out the rest.' },
  );
