/** A request that is refused: a code for programs and a sentence for people, without any internals. */
import type { Text } from '@denba/quantities/text';

export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly text: Text;

  constructor(status: number, code: string, text: Text) {
    super(code);
    this.status = status;
    this.code = code;
    this.text = text;
  }
}

export const notUnderstood = (): Refusal =>
  new Refusal(400, 'not-understood', {
    fr: "Le serveur n'a pas compris cette demande. Mettez Denba à jour, puis recommencez.",
    en: 'The server did not understand this request. Update Denba, then try again.',
  });

export const tooLarge = (): Refusal =>
  new Refusal(413, 'too-large', {
    fr: "C'est trop en une fois. Envoyez-en moins à la fois.",
    en: 'That is too much at once. Send less at a time.',
  });

/** The same answer whether the thing does not exist or the person may not see it. */
export const notFound = (): Refusal =>
  new Refusal(404, 'not-found', { fr: "Il n'y a rien à cette adresse.", en: 'There is nothing at this address.' });

/** The person may see the thing, but not do this with it. */
export const notAllowed = (): Refusal =>
  new Refusal(403, 'not-allowed', {
    fr: 'Votre rôle ne permet pas cela ici. Demandez à la personne qui gère les comptes.',
    en: 'Your role does not allow this here. Ask whoever looks after the accounts.',
  });
