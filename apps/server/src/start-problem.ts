/**
 * Explains to the server's administrator why Denba did not start: which setting to look at, and what to do. An
 * unexpected failure keeps its original message.
 */
import type { Text } from '@denba/quantities/text';
import type { Configuration } from './configuration.ts';
import { FolderInUse } from './database/folder-in-use.ts';
import { ToldFailure } from './told-failure.ts';

type Failure = { readonly code?: unknown; readonly syscall?: unknown; readonly path?: unknown };

export const startProblem = (
  failure: unknown,
  { port, host, dataFolder, databaseUrl }: Pick<Configuration, 'port' | 'host' | 'dataFolder' | 'databaseUrl'>,
): Text => {
  const { code, syscall, path } = (failure instanceof Error ? failure : {}) as Failure;
  const why = failure instanceof Error ? failure.message : String(failure);
  if (failure instanceof ToldFailure) return failure.text;
  if (code === 'EADDRINUSE') {
    const other = port < LAST_PORT ? port + 1 : port - 1;
    return {
      fr: `Le port ${port} est déjà pris. Arrêtez l'autre programme, ou lancez : PORT=${other} npm start`,
      en: `Port ${port} is already taken. Stop the other program, or run: PORT=${other} npm start`,
    };
  }
  if (failure instanceof FolderInUse) {
    return {
      fr: `Un autre Denba travaille déjà dans ${dataFolder}. Arrêtez-le, ou choisissez un autre dossier : DENBA_DATA=…`,
      en: `Another Denba works in ${dataFolder} already. Stop it, or choose another folder: DENBA_DATA=…`,
    };
  }
  if (code === 'EADDRNOTAVAIL' || (isUnknownName(code) && why.endsWith(` ${host}`))) {
    return {
      fr: `HOST : cette machine n'a pas l'adresse ${host}. Écrivez une des siennes, ou 0.0.0.0 pour toutes.`,
      en: `HOST: this machine does not have the address ${host}. Write one of its own, or 0.0.0.0 for all.`,
    };
  }
  if (code === 'EACCES' && syscall === 'listen') {
    return {
      fr: `PORT : ce compte n'a pas le droit d'écouter sur le port ${port}. Prenez-en un au-dessus de 1023.`,
      en: `PORT: this account may not listen on port ${port}. Take one above 1023.`,
    };
  }
  if (path !== undefined && typeof code === 'string' && CANNOT_WRITE.has(code)) {
    return {
      fr: `DENBA_DATA : on ne peut pas écrire dans ${dataFolder} (${code}). Donnez un dossier à ce compte, avec de la place.`,
      en: `DENBA_DATA: ${dataFolder} cannot be written (${code}). Give a folder that this account owns, with room.`,
    };
  }
  if (databaseUrl !== null) {
    const said = why.includes('does not support SSL') ? notEncrypted : databaseWords[String(code)];
    // The message may contain the account, never the password.
    if (said !== undefined)
      return { fr: `DATABASE_URL : ${said.fr} (${why})`, en: `DATABASE_URL: ${said.en} (${why})` };
  }
  return { fr: `Denba n'a pas pu démarrer. ${why}`, en: `Denba could not start. ${why}` };
};

const LAST_PORT = 65_535;

/** Also when no name server can be reached. */
const isUnknownName = (code: unknown): boolean => code === 'ENOTFOUND' || code === 'EAI_AGAIN';

const CANNOT_WRITE: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOENT', 'ENOTDIR']);

const silent: Text = {
  fr: "ce PostgreSQL ne répond pas. Vérifiez le nom de la machine, le port, et qu'il est démarré.",
  en: 'this PostgreSQL does not answer. Check the name of the machine, the port, and that it runs.',
};
const closed: Text = {
  fr: 'ce PostgreSQL ne laisse pas entrer ce compte. Vérifiez son nom et son mot de passe.',
  en: 'this PostgreSQL does not let this account in. Check its name and its password.',
};

const notEncrypted: Text = {
  fr: 'ce PostgreSQL ne sait pas chiffrer. Donnez-lui un certificat (ssl = on), ou ôtez sslmode sur un réseau sûr.',
  en: 'this PostgreSQL cannot encrypt. Give it a certificate (ssl = on), or take sslmode away on a network that is safe.',
};
const notTrusted: Text = {
  fr: "le certificat de ce PostgreSQL ne vaut pas pour cette adresse. Vérifiez le nom de la machine et la date, ou donnez l'autorité qui l'a signé : &sslrootcert=/chemin.",
  en: 'the certificate of this PostgreSQL is not good for this address. Check the name of the machine and the date, or give the authority that signed it: &sslrootcert=/path.',
};

/** Error codes of the system, of certificates, and of PostgreSQL (appendix A of its manual). */
const databaseWords: Readonly<Record<string, Text>> = {
  ECONNREFUSED: silent,
  ENOTFOUND: silent,
  EAI_AGAIN: silent,
  ETIMEDOUT: silent,
  EHOSTUNREACH: silent,
  DEPTH_ZERO_SELF_SIGNED_CERT: notTrusted,
  SELF_SIGNED_CERT_IN_CHAIN: notTrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: notTrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: notTrusted,
  CERT_HAS_EXPIRED: notTrusted,
  ERR_TLS_CERT_ALTNAME_INVALID: notTrusted,
  '28P01': closed,
  '28000': closed,
  '3D000': {
    fr: "cette base n'existe pas. Créez-la, vide, ou corrigez son nom.",
    en: 'this database does not exist. Make it, empty, or correct its name.',
  },
  '42501': {
    fr: "ce compte n'a pas le droit de créer les tables. Faites-en le propriétaire de la base.",
    en: 'this account may not make the tables. Make it the owner of the database.',
  },
};
