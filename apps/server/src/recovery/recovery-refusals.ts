/** Refusals of requests about recovery keys. */
import { Refusal } from '../http/refusal.ts';

export const noKey = (): Refusal =>
  new Refusal(409, 'no-recovery-key', {
    fr: "Ce téléphone n'a pas remis sa clé de secours. Seule celle qui a été recopiée sur papier l'ouvre.",
    en: 'This phone did not hand in its recovery key. Only the one that was copied to paper opens it.',
  });

export const asksAlready = (): Refusal =>
  new Refusal(409, 'recovery-asked-already', {
    fr: 'La clé de ce téléphone est déjà demandée.',
    en: 'The key of this phone is asked for already.',
  });

export const nothingAsked = (): Refusal =>
  new Refusal(409, 'no-recovery-asked', {
    fr: "Il n'y a pas, ou plus, de demande à laquelle cela répond : elle a été vue, mise de côté, ou le temps est passé.",
    en: 'There is no request, or no longer one, that this answers: it was seen, laid aside, or its time is over.',
  });

export const notAlone = (): Refusal =>
  new Refusal(403, 'recovery-takes-two', {
    fr: 'Vous avez fait cette demande : une autre personne doit donner son accord.',
    en: 'You made this request: another person has to agree.',
  });

export const notTwo = (): Refusal =>
  new Refusal(403, 'recovery-takes-two', {
    fr: "L'une de vous deux a fait le compte ou le mot de passe de l'autre : une troisième personne doit donner son accord.",
    en: 'One of you two made the account or the password of the other: a third person has to agree.',
  });

export const unreadable = (): Refusal =>
  new Refusal(409, 'recovery-key-unreadable', {
    fr: "La clé que le serveur garde ne s'ouvre pas. Seule celle qui a été recopiée sur papier ouvre le téléphone.",
    en: 'The key that the server keeps does not open. Only the one that was copied to paper opens the phone.',
  });
