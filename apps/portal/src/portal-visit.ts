/** One request for a page: who asks, in which language, on which day, and with which parameters. */
import type { Html } from '@denba/kit/html/html';
import type { LocalDate } from '@denba/quantities/local-date';
import type { PortalReader } from './reader.ts';
import type { Words } from './words/words.ts';

export type PortalVisit = Words & {
  readonly account: string;
  /** The network address of the reader, which is written to the audit log with each family that is read. */
  readonly address: string;
  /** The name of the reader. */
  readonly name: string;
  readonly reader: PortalReader;
  readonly now: Date;
  readonly today: LocalDate;
  readonly params: Readonly<Record<string, string>>;
  /** The query parameters of the address; of several with the same name, the first one. */
  readonly query: ReadonlyMap<string, string>;
};

export type PortalFile = { readonly name: string; readonly type: string; readonly content: string | Uint8Array };

/**
 * `notFound`: the page does not exist, or the reader may not know that it does. `notAllowed`: she may know of it but
 * not read it.
 */
export type PortalAnswer =
  | { readonly kind: 'page'; readonly page: Html; readonly status?: number }
  | { readonly kind: 'file'; readonly file: PortalFile }
  | { readonly kind: 'goOn'; readonly to: string }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'notAllowed' };
