/** Refusals of requests of phones. */
import { Refusal } from '../http/refusal.ts';

export const gapText = {
  fr: 'Des entrées manquent avant celles-ci. Le téléphone les envoie ; rien ne sera perdu.',
  en: 'Entries before these are missing. The phone sends them; nothing will be lost.',
};

export const unreadable = (kind: string): Refusal =>
  new Refusal(400, kind === 'newer' ? 'newer-denba' : 'not-a-bundle', {
    fr:
      kind === 'newer'
        ? 'Ce téléphone a une version de Denba plus récente que le serveur. Mettez le serveur à jour ; rien ne sera perdu.'
        : "L'envoi est arrivé incomplet. Il sera refait ; rien ne sera perdu.",
    en:
      kind === 'newer'
        ? 'This phone has a newer Denba than the server. Update the server; nothing will be lost.'
        : 'What was sent arrived incomplete. It will be sent again; nothing will be lost.',
  });

/** The server was restored from a backup: what the phone has read so far is numbered differently now. */
export const feedRestarted = (): Refusal =>
  new Refusal(409, 'feed-restarted', {
    fr: 'Le serveur a été restauré : ce téléphone relit tout depuis le début. Rien ne sera perdu.',
    en: 'The server was restored: this phone reads everything again from the beginning. Nothing will be lost.',
  });

export const notSigned = (): Refusal =>
  new Refusal(403, 'not-signed', {
    fr: "L'envoi n'est pas signé par ce téléphone.",
    en: 'What was sent is not signed by this phone.',
  });
