/**
 * A note as it is shown and printed: one A5 page, black on white, readable without colour. What a mother confided is
 * not on it, because husbands, drivers and porters read paper.
 */
import './note-paper.css';
import { QrCode } from '@denba/kit/qr/qr-code.view';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { ComponentChildren } from 'preact';
import { t } from '../../shell/words/language.ts';
import { sayDay } from '../../shell/words/say.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import type { NoteFacts } from './note-facts.ts';
import { NoteList } from './note-list.view.tsx';
import { NoteMeasures } from './note-measures.view.tsx';
import { NoteStay } from './note-stay.view.tsx';
import {
  isDiscreet,
  sayAction,
  sayBirth,
  sayChild,
  sayClass,
  sayDestination,
  sayHome,
  sayJourney,
  sayMother,
  sayTime,
} from './note-words.ts';
import { fittedToPaper } from './paper-room.ts';

type Props = {
  readonly note: NoteFacts;
  /** `null` while it is being signed, and when it cannot be signed. */
  readonly code: string | null;
  readonly fingerprint: string | null;
  readonly protocol: Pick<CompiledProtocol, 'actions' | 'choices'>;
};

export const NotePaper = ({ note: whole, code, fingerprint, protocol }: Props) => {
  const { mode } = useWorkspace();
  const { note, room } = fittedToPaper(whole);
  const pair = sayClass(note);
  const birth = sayBirth(note);
  const destination = sayDestination(note, protocol);
  const journey = sayJourney(note);
  const discreet = isDiscreet(note.to.place);
  return (
    <article class={`note-paper note-paper--${room}`} aria-label={t(`referral.title-${note.kind}`)}>
      <header class="note-paper__head">
        <h2>{t(`referral.title-${note.kind}`)}</h2>
        {mode === 'training' ? <strong>{t('shell.training-banner')}</strong> : null}
        {note.urgent === true ? <strong class="note-paper__urgent">{t('referral.urgent')}</strong> : null}
      </header>
      <dl class="note-paper__way">
        <Line name={t('referral.from')}>{[note.from.centre, note.from.author].filter(Boolean).join(' – ')}</Line>
        {destination === '' && note.kind !== 'referral' ? null : <Line name={t('referral.to')}>{destination}</Line>}
        <Line name={t('referral.on')}>
          {sayDay(note.on)}
          {note.at === null ? '' : `, ${sayTime(note.at)}`}
        </Line>
        <Line name={t('referral.call')}>{note.from.phone ?? ''}</Line>
      </dl>
      {code === null ? null : (
        <figure class="note-paper__code">
          <QrCode text={code} label={t('referral.qr-label')} size="100%" />
          <figcaption>
            {t('referral.qr-caption')}
            {fingerprint === null ? null : <span class="note-paper__key">{fingerprint}</span>}
          </figcaption>
        </figure>
      )}
      <section>
        <p class="note-paper__who">{note.child.name ?? t('say.no-name-child')}</p>
        <p>{sayChild(note)}</p>
        {birth === null ? null : <p>{t('referral.birth', { birth })}</p>}
        <p>{t('referral.mother', { mother: sayMother(note) })}</p>
        <p>{sayHome(note)}</p>
        {pair === null ? null : (
          <p class="note-paper__class">
            <span aria-hidden="true">{pair.shape}</span> {pair.word}
          </p>
        )}
      </section>
      {note.dangerSigns.length === 0 ? null : (
        <section class="note-paper__signs">
          <NoteList title={t('referral.danger-signs')} texts={note.dangerSigns} of={whole.dangerSigns.length} />
        </section>
      )}
      {note.reasons.length === 0 ? null : (
        <section>
          <NoteList title={t('referral.why')} texts={note.reasons} of={whole.reasons.length} />
        </section>
      )}
      <NoteMeasures note={note} protocol={protocol} />
      <NoteStay note={note} protocol={protocol} />
      {note.care.length === 0 ? null : (
        <section>
          <h3>{t('referral.care-before')}</h3>
          <ul class="note-paper__care">
            {note.care.map(({ action, given, at }) => (
              <li key={action}>
                <span aria-hidden="true">{given ? '☒' : '☐'}</span> {sayAction(action, protocol)}
                {given ? (at === null ? '' : ` – ${sayTime(at)}`) : ` – ${t('referral.not-given')}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {journey === '' ? null : <p>{journey}</p>}
      {note.mother.toSee || discreet ? (
        <p class="note-paper__mother">
          {t(note.confided.length > 0 ? 'referral.mother-to-see-code' : 'referral.mother-to-see')}
        </p>
      ) : null}
      {note.toApprove ? <p class="note-paper__small">{t('referral.rules-to-approve')}</p> : null}
      {note.kind === 'referral' && room === 'roomy' ? <AnswerSlip /> : null}
    </article>
  );
};

const Line = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** A slip at the foot of the page on which a hospital without Denba can answer by hand. */
const AnswerSlip = () => (
  <footer class="note-paper__answer k-print-only">
    <h3>{t('referral.answer')}</h3>
    <p>
      {t('referral.answer-dates')} <i /> {t('referral.answer-weight')} <i />
    </p>
    <p>
      {t('referral.answer-diagnosis')} <i />
    </p>
    <p>
      {t('referral.answer-advice')} <i />
    </p>
  </footer>
);
