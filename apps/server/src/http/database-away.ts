/**
 * Recognises that the database is temporarily unavailable: it restarts, its disk is full, or it cannot be reached.
 * Clients are told to come back later. It is logged once where it is noticed, not for each request, or the log would
 * fill the disk.
 */
import { Refusal } from './refusal.ts';

export const isDatabaseAway = ({ code }: Error & { readonly code?: unknown }): boolean =>
  typeof code === 'string' && AWAY.test(code);

/**
 * Error codes of the system and of PostgreSQL: connection, resources (disk full), shutdown, start (appendix A of its
 * manual).
 */
const AWAY = /^(ECONNREFUSED|08\w{3}|53\w{3}|57P0[123])$/;

export const databaseAway = (): Refusal =>
  new Refusal(503, 'database-away', {
    fr: "La base de données ne répond pas en ce moment. Rien n'est perdu : réessayez dans quelques minutes.",
    en: 'The database does not answer at this moment. Nothing is lost: try again in some minutes.',
  });
