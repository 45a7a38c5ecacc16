/** What a management page is made from: viewer, language, and what was typed. */

import type { Html } from '@denba/kit/html/html';
import type { SignedIn } from '../people/signed-in.ts';
import type { Words } from './words.ts';

export const ADMIN = '/admin';

export type Visit = Words & {
  readonly viewer: SignedIn | null;
  readonly now: Date;
  readonly address: string;
  /** The query of the URL: empty, or beginning with `?`. */
  readonly search: string;
  /** The `Cookie` header. */
  readonly cookies: string | undefined;
  readonly params: Readonly<Record<string, string>>;
  /** The values of the submitted form. */
  readonly fields: Readonly<Record<string, string>>;
  /** Whether the same URL gives the page again; `false` after a form. */
  readonly canReload: boolean;
  /** Why the form failed; `null`: it did not, or there was none. */
  readonly problem: string | null;
};
export type OwnVisit = Visit & { readonly viewer: SignedIn };

/** The result of a page or form: a page (with or without cookies), a file to download, or a redirect. */
export type Outcome =
  | Html
  | { readonly file: { readonly name: string; readonly type: string; readonly content: string | Buffer } }
  | { readonly to: string; readonly cookie?: string }
  | { readonly page: Html; readonly status: number; readonly cookies: readonly string[] };
