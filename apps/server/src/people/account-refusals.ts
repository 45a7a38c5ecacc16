/** Refusals of changes to accounts. */
import { Refusal } from '../http/refusal.ts';

export const ownPassword = (): Refusal =>
  new Refusal(409, 'own-password', {
    fr: "C'est votre propre compte : changez votre mot de passe sur votre page. Si vous l'avez oublié, une autre personne vous en fait un.",
    en: 'This is your own account: change your password on your page. If you forgot it, somebody else makes you one.',
  });

export const lastRole = (): Refusal =>
  new Refusal(409, 'last-role', {
    fr: "C'est son seul rôle. Fermez plutôt le compte, ou donnez d'abord un autre rôle.",
    en: 'This is the only role. Close the account instead, or give another role first.',
  });

export const lastAdministrator = (): Refusal =>
  new Refusal(409, 'last-administrator', {
    fr: "C'est le dernier compte d'administration : plus personne ne pourrait en faire d'autres.",
    en: 'This is the last administrator: nobody could make others any more.',
  });
