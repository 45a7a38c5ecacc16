/** Who looks at which page, in which language, on which day. */
import type { Html } from '@denba/kit/html/html';
import type { LocalDate } from '@denba/quantities/local-date';
import type { PortalReader } from './reader.ts';
import type { Words } from './words/words.ts';

export type PortalVisit = Words & {
  readonly account: string;
  /** From which she asks: it is written down beside the families that she reads. */
  readonly address: string;
  /** Of the person. */
  readonly name: string;
  readonly reader: PortalReader;
  readonly now: Date;
  readonly today: LocalDate;
  readonly params: Readonly<Record<string, string>>;
  /** What is asked after the path; the first of each name. */
  readonly query: ReadonlyMap<string, string>;
};

export type PortalFile = { readonly name: string; readonly type: string; readonly content: string | Uint8Array };

/** `notFound`: not there, or not hers to know of. `notAllowed`: she knows of it and may not read it. */
export type PortalAnswer =
  | { readonly kind: 'page'; readonly page: Html; readonly status?: number }
  | { readonly kind: 'file'; readonly file: PortalFile }
  | { readonly kind: 'goOn'; readonly to: string }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'notAllowed' };
