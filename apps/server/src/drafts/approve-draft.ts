/**
 * Two people approve a draft; then it becomes a pack that can be given to places. An approval is bound to the exact
 * content that was shown, by its pack id: after any change it no longer counts. The author may be one of the two;
 * neither of them may have made the account of the other, or that of the author.
 */
import { runnableProtocol } from '@denba/protocols/assess/runnable-protocol';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { Refusal } from '../http/refusal.ts';
import { keepPack } from '../packs/keep-pack.ts';
import { madeTheOther } from '../people/account-makers.ts';
import { may } from '../people/authorisation.ts';
import { grantsOf, type Viewer } from '../people/viewer.ts';
import type { Site } from '../site.ts';
import { changing, type ListedDraft } from './draft-store.ts';
import type { CheckedDraft } from './protocol-work.ts';

export type Approval = { readonly account: string; readonly name: string; readonly at: Date };

/** Approvals of this content by people who still have the right, in order of time. */
export const approvalsOf = async (
  db: Kysely<Tables>,
  { id, path }: Pick<ListedDraft, 'id' | 'path'>,
  pack: string,
): Promise<readonly Approval[]> => {
  const rows = await db
    .selectFrom('draft_approval')
    .innerJoin('account', 'account.id', 'draft_approval.account_id')
    .select(['account.id', 'account.name', 'approved_at'])
    .where('draft_id', '=', id)
    .where('pack_id', '=', pack)
    .where('account.closed_at', 'is', null)
    .orderBy('approved_at')
    .execute();
  const standing: Approval[] = [];
  for (const { id: account, name, approved_at: at } of rows) {
    if (may(await grantsOf(db, account), 'approve', 'drafts', path)) standing.push({ account, name, at });
  }
  return standing;
};

/** Why this account cannot be one of the two; `null`: it can. */
export const whyNotApprove = async (
  db: Kysely<Tables>,
  account: string,
  draft: ListedDraft,
  pack: string,
): Promise<'already' | 'notTwo' | null> => {
  const others = (await approvalsOf(db, draft, pack)).map((one) => one.account);
  if (others.includes(account)) return 'already';
  for (const other of [draft.author, ...others]) {
    if (other !== account && (await madeTheOther(db, account, other))) return 'notTwo';
  }
  return null;
};

const NEEDED = 2;

/**
 * `read`: the person declares that she has read the cases that end differently. Returns whether the draft is now
 * published.
 */
export const approveDraft = (
  site: Site,
  viewer: Viewer,
  id: string,
  checked: CheckedDraft | null,
  read: boolean,
): Promise<boolean> =>
  changing(
    site,
    viewer,
    id,
    async ({ tx, draft, write }) => {
      if (draft.changes.length === 0) throw nothingChanged();
      if (checked === null) throw notChecked();
      const { pack, decidable } = checked;
      if (!decidable || pack === null) throw notDecidable();
      if (checked.vignettes.length + checked.failing.length > 0 && !read) throw casesNotRead();
      const why = await whyNotApprove(tx, viewer.account.id, draft, pack.id);
      if (why !== null) throw why === 'already' ? approvedAlready() : notTwo();
      const approved = { pack_id: pack.id, approved_at: site.now() };
      await tx
        .insertInto('draft_approval')
        .values({ draft_id: id, account_id: viewer.account.id, ...approved })
        .onConflict((conflict) => conflict.columns(['draft_id', 'account_id']).doUpdateSet(approved))
        .execute();
      await write('draft-approved', { pack: pack.id });
      const approvals = await approvalsOf(tx, draft, pack.id);
      if (approvals.length < NEEDED) return false;
      const run = runnableProtocol(JSON.parse(pack.content));
      if (!run.ok) throw notDecidable();
      await keepPack(tx, pack, run.value, { by: viewer.account.id, at: site.now() });
      await tx.updateTable('protocol_draft').set({ pack_id: pack.id }).where('id', '=', id).execute();
      await write('draft-published', { pack: pack.id, approvedBy: approvals.map(({ account }) => account) });
      return true;
    },
    'approve',
  );

const refusal = (code: string, fr: string, en: string, status = 409): Refusal => new Refusal(status, code, { fr, en });

const nothingChanged = (): Refusal =>
  refusal('draft-empty', 'Ce projet ne change rien encore.', 'This draft changes nothing yet.');

const notChecked = (): Refusal =>
  refusal(
    'draft-not-checked',
    'La vérification n’est pas finie. Revenez dans un moment.',
    'The check has not ended. Come back in a moment.',
  );

const notDecidable = (): Refusal =>
  refusal(
    'draft-has-problems',
    'Ce projet a des erreurs : corrigez-les avant de l’approuver.',
    'This draft has errors: mend them before you approve it.',
  );

const casesNotRead = (): Refusal =>
  refusal(
    'draft-cases-not-read',
    'Lisez d’abord les cas qui se terminent autrement, et dites que vous les avez lus.',
    'First read the cases that end otherwise, and say that you read them.',
    422,
  );

const approvedAlready = (): Refusal =>
  refusal(
    'draft-approved-already',
    'Vous avez déjà approuvé ce projet : une autre personne doit le faire aussi.',
    'You approved this draft already: another person has to do so too.',
  );

const notTwo = (): Refusal =>
  refusal(
    'draft-takes-two',
    'Vous avez fait le compte ou le mot de passe d’une autre personne de ce projet, ou elle le vôtre : il faut quelqu’un d’autre.',
    'You made the account or the password of another person of this draft, or she yours: somebody else is needed.',
    403,
  );
