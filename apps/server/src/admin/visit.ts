/** What a page of the management is made from: who looks, in which language, and what she typed. */

import type { Html } from '@denba/kit/html/html';
import type { SignedIn } from '../people/signed-in.ts';
import type { Words } from './words.ts';

export const ADMIN = '/admin';

export type Visit = Words & {
  readonly viewer: SignedIn | null;
  readonly now: Date;
  readonly address: string;
  /** After the path: empty, or `?` and the rest. */
  readonly search: string;
  /** As the browser sent them. */
  readonly cookies: string | undefined;
  readonly params: Readonly<Record<string, string>>;
  /** What was typed into the form. */
  readonly fields: Readonly<Record<string, string>>;
  /** The same address gives the page again: not after a form. */
  readonly canReload: boolean;
  /** Why the form could not be done. */
  readonly problem: string | null;
};
export type OwnVisit = Visit & { readonly viewer: SignedIn };

/** A page, also with cookies, a file to keep, or where to go on. */
export type Outcome =
  | Html
  | { readonly file: { readonly name: string; readonly type: string; readonly content: string | Buffer } }
  | { readonly to: string; readonly cookie?: string }
  | { readonly page: Html; readonly status: number; readonly cookies: readonly string[] };
