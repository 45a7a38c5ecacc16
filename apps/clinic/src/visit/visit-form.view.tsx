/**
 * The visit itself: one section at a time, the class so far above, the navigation below. A danger sign changes the
 * screen and offers to refer at once, within reach of the thumb, with all other questions left unanswered.
 */
import { Button } from '@denba/kit/buttons/button.view';
import { DangerFrame } from '@denba/kit/notices/danger-frame.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { emergingDanger } from '@denba/protocols/care/findings/emerging-danger';
import { emergingFindings } from '@denba/protocols/care/findings/emerging-findings';
import { openVisit } from '@denba/protocols/care/visit/open-visit';
import { visitDrafts } from '@denba/protocols/care/visit/visit-drafts';
import type { LocalDate } from '@denba/quantities/local-date';
import { type EntryId, facilityId, type PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { openIn, sectionsOf } from '../shell/form/section-list.ts';
import { siteLevel } from '../shell/phone/site-level.ts';
import { saveProblem } from '../shell/record/save-problem.ts';
import { go, type VisitForm } from '../shell/route.ts';
import { Screen } from '../shell/screen/screen.view.tsx';
import { contentLanguage, t } from '../shell/words/language.ts';
import { sayChild } from '../shell/words/say-child.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { CareBeforeDeparture } from './care-before-departure.view.tsx';
import { dangerTitle } from './danger-title.ts';
import { feedTimes } from './feed-times.ts';
import { givingUp } from './give-up.ts';
import { GiveUpSheet } from './give-up-sheet.view.tsx';
import { LiveStrip } from './live-strip.view.tsx';
import { SectionSheet } from './section-sheet.view.tsx';
import { useVisit } from './use-visit.ts';
import type { VisitDraft } from './visit-draft.ts';
import { VisitStep } from './visit-step.view.tsx';
import { isPlan, isPrivate, stepsOf } from './visit-steps.ts';
import { VisitWay } from './visit-way.view.tsx';
import './visit.css';

type Props = {
  readonly timeline: Timeline;
  readonly draft: VisitDraft | null;
  readonly draftKey: string;
  readonly child: PersonId;
  readonly form: VisitForm;
};

export const VisitFormScreen = ({ timeline, draft, draftKey, child, form }: Props) => {
  const workspace = useWorkspace();
  const language = contentLanguage();
  const { session, protocol } = workspace;
  const day = draft?.openedOn ?? workspace.today();
  const engine = protocol.engine(form);
  const openOn = useCallback(
    (held: LocalDate) =>
      openVisit(engine, timeline, child, held, {
        facility: facilityId(session.centre.id),
        siteLevel: siteLevel(),
        author: session.user.name,
        today: workspace.today(),
      }),
    [engine, timeline, child, session, workspace],
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const [listing, setListing] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [alone, setAlone] = useState(false);
  const {
    state,
    section,
    setSection,
    acts,
    save: saveVisit,
    giveUp,
  } = useVisit({
    engine,
    openOn,
    draft,
    key: draftKey,
    store: { put: session.draft.put, remove: session.draft.remove, save: workspace.save },
    today: day,
    user: session.user.id,
    onUnsaved: () => setProblem(t('shell.storage-full')),
  });
  const { view } = state.filling;
  const sections = sectionsOf(view);
  const steps = stepsOf(sections, state.opening);
  const at = Math.max(
    0,
    steps.findIndex(({ path }) => path === section),
  );
  const step = steps[at];
  const place = t('visit.step', { at: at + 1, of: steps.length });
  const actions = useMemo(
    () => (
      <Button kind="quiet" icon="list" onPress={() => setListing(true)}>
        {place}
      </Button>
    ),
    [place],
  );
  const emerging = emergingFindings(state.assessment, language, protocol.content);

  const top = useRef<HTMLDivElement>(null);
  // A new section begins at its title, which gets the focus.
  useEffect(() => {
    scrollTo(0, 0);
    top.current?.querySelector<HTMLElement>('#section-title')?.focus({ preventScroll: true });
  }, [step?.path]);

  const save = async (): Promise<EntryId | null> => {
    const drafts = visitDrafts(state, language, workspace.today());
    const result = await saveVisit(drafts.map((draft) => ({ ...draft, family: timeline.family, subject: child })));
    if (!result.ok) {
      setProblem(saveProblem(result.error));
      return null;
    }
    // The next visit must not show the time of this feed.
    feedTimes.delete(draftKey);
    return result.value[0]?.id ?? null;
  };
  const showResult = (entry: EntryId): void =>
    go({ name: 'result', family: timeline.family, entry, saved: true }, 'replace');
  const saveAnd = async (then: (entry: EntryId) => void): Promise<void> => {
    setSaving(true);
    const entry = await save();
    setSaving(false);
    if (entry !== null) then(entry);
  };
  const referNow = (): Promise<void> =>
    saveAnd((entry) => go({ name: 'refer', family: timeline.family, child, entry }, 'replace'));

  const mayLeave = listing || leaving ? givingUp(state, draft, session.user.id, protocol, language) : null;
  const leaveUnsaved = async (): Promise<void> => {
    setSaving(true);
    try {
      // The audit log is written first, so that nothing is given up without a trace.
      await session.audit.add('visit-given-up', { family: timeline.family, form });
      await giveUp();
      feedTimes.delete(draftKey);
      go({ name: 'family', family: timeline.family }, 'replace');
    } catch {
      setProblem(t('visit.give-up-failed'));
      setLeaving(false);
    }
    setSaving(false);
  };

  const goTo = (index: number): void => setSection(steps[index]?.path ?? null);
  const last = at === steps.length - 1;
  if (step === undefined) return null;
  const hidden = isPrivate(step);
  const danger = emerging.urgent && !hidden ? emergingDanger(state.assessment, language, protocol.content) : null;
  return (
    <Screen task title={t(`visit.title.${form}`)} subtitle={sayChild(timeline, child, day)} actions={actions}>
      <div ref={top} class="visit">
        {draft !== null && at === 0 ? <Notice kind="info" title={t('visit.resumed')} /> : null}
        <DangerFrame
          active={danger !== null}
          title={danger === null ? '' : dangerTitle(danger)}
          text={t('visit.danger-text')}
          actions={danger === null || danger.care.length === 0 ? null : <CareBeforeDeparture care={danger.care} />}
        >
          <div class="visit">
            {hidden || isPlan(step) ? null : (
              <LiveStrip
                state={state}
                findings={emerging}
                timeline={timeline}
                child={child}
                detailed={step.path === 'measurements'}
              />
            )}
            <VisitStep
              step={step}
              state={state}
              acts={acts}
              today={day}
              draftKey={draftKey}
              alone={alone}
              onAlone={() => setAlone(true)}
              onSkip={() => goTo(at + 1)}
            />
          </div>
        </DangerFrame>
        {problem === null ? null : <Notice kind="danger" title={problem} />}
        {last && view.blocking.length > 0 ? (
          <Notice
            kind="warning"
            title={t('visit.incomplete', { count: view.blocking.length })}
            actions={
              <Button kind="secondary" onPress={() => setListing(true)}>
                {t('visit.see-missing')}
              </Button>
            }
          />
        ) : null}
        <VisitWay
          first={at === 0}
          last={last}
          complete={view.blocking.length === 0}
          refer={danger === null ? 'none' : saving ? 'busy' : 'offered'}
          onRefer={() => void referNow()}
          onPrevious={() => goTo(at - 1)}
          onNext={() => goTo(at + 1)}
          onSave={save}
          onSaved={showResult}
        />
      </div>
      {listing ? (
        <SectionSheet
          steps={steps}
          openCount={(one) => openIn(one, view)}
          current={step.path}
          onClose={() => setListing(false)}
          onGo={(path) => {
            setListing(false);
            setSection(path);
          }}
          onSave={() => void saveAnd(showResult)}
          saving={saving}
          givingUp={mayLeave}
          onGiveUp={() => {
            setListing(false);
            setLeaving(true);
          }}
        />
      ) : null}
      {leaving && mayLeave?.kind === 'offered' ? (
        <GiveUpSheet
          answered={mayLeave.answered}
          busy={saving}
          onKeep={() => setLeaving(false)}
          onGiveUp={() => void leaveUnsaved()}
        />
      ) : null}
    </Screen>
  );
};
