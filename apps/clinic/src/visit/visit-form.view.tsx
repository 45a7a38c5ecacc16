/**
 * The visit itself: one section at a time, the emerging class above, the way on below. A danger sign turns the screen
 * and offers to refer at once, with everything else left unanswered.
 */
import { Button } from '@denba/kit/button.view';
import { DangerFrame } from '@denba/kit/danger-frame.view';
import { Notice } from '@denba/kit/notice.view';
import { openVisit } from '@denba/protocols/care/open-visit';
import { visitDrafts } from '@denba/protocols/care/visit-drafts';
import { visitFindings } from '@denba/protocols/care/visit-findings';
import { type EntryId, facilityId, type PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { FormSection } from '../shell/form/form-section.view.tsx';
import { openIn, sectionsOf } from '../shell/form/section-list.ts';
import { contentLanguage, t } from '../shell/language.ts';
import { go, type VisitForm } from '../shell/route.ts';
import { saveProblem } from '../shell/save-problem.ts';
import { sayAge, sayName } from '../shell/say.ts';
import { Screen } from '../shell/screen.view.tsx';
import { siteLevel } from '../shell/site-level.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { LiveStrip } from './live-strip.view.tsx';
import { PlanSection } from './plan-section.view.tsx';
import { PrivateGate } from './private-gate.view.tsx';
import { SectionSheet } from './section-sheet.view.tsx';
import { useVisit } from './use-visit.ts';
import type { VisitDraft } from './visit-draft.ts';
import { isPlan, stepsOf } from './visit-steps.ts';
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
  const opening = useMemo(
    () =>
      openVisit(engine, timeline, child, day, {
        facility: facilityId(session.centre.id),
        siteLevel: siteLevel(),
        author: session.user.name,
      }),
    [engine, timeline, child, day, session, protocol],
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const [listing, setListing] = useState(false);
  const [alone, setAlone] = useState(false);
  const { state, section, setSection, acts, end } = useVisit({
    engine,
    opening,
    draft,
    key: draftKey,
    store: session.draft,
    today: day,
    onUnsaved: () => setProblem(t('shell.storage-full')),
  });
  const { view, circumstances } = state.filling;
  const sections = sectionsOf(view);
  const steps = stepsOf(sections, view);
  const at = Math.max(
    0,
    steps.findIndex(({ path }) => path === section),
  );
  const step = steps[at];
  const findings = visitFindings(state.assessment, language, protocol.content);
  const person = timeline.persons.find(({ id }) => id === child);
  const birthDate = timeline.children.find(({ id }) => id === child)?.birthDate ?? null;

  const top = useRef<HTMLDivElement>(null);
  // A new section begins at its title.
  useEffect(() => {
    scrollTo(0, 0);
    top.current?.querySelector<HTMLElement>('#section-title')?.focus({ preventScroll: true });
  }, [step?.path]);

  const save = async (then: (entry: EntryId) => void): Promise<void> => {
    setSaving(true);
    const drafts = visitDrafts(state, language, workspace.today());
    const result = await workspace.save(drafts.map((draft) => ({ ...draft, family: timeline.family, subject: child })));
    setSaving(false);
    if (!result.ok) {
      setProblem(saveProblem(result.error));
      return;
    }
    await end();
    const saved = result.value[0];
    if (saved !== undefined) then(saved.id);
  };
  const finish = (): Promise<void> =>
    save((entry) => go({ name: 'result', family: timeline.family, entry }, 'replace'));
  const referNow = (): Promise<void> =>
    save((entry) => go({ name: 'refer', family: timeline.family, child, entry }, 'replace'));

  const goTo = (index: number): void => setSection(steps[index]?.path ?? null);
  const last = at === steps.length - 1;
  if (step === undefined) return null;
  const isPrivate = step.group?.widget === 'private';
  return (
    <Screen
      task
      title={t(`visit.title.${form}`)}
      subtitle={`${sayName(person?.name ?? null, 'child')}, ${sayAge(birthDate, day)}`}
      actions={
        <Button kind="quiet" icon="list" onPress={() => setListing(true)}>
          {t('visit.step', { at: at + 1, of: steps.length })}
        </Button>
      }
    >
      <div ref={top} class="visit">
        {draft !== null && at === 0 ? <Notice kind="info" title={t('visit.resumed')} /> : null}
        <DangerFrame
          active={findings.urgent && !isPrivate}
          title={t('visit.danger')}
          text={t('visit.danger-text')}
          actions={
            <Button kind="danger" icon="hospital" busy={saving} onPress={() => void referNow()}>
              {t('visit.refer-now')}
            </Button>
          }
        >
          {isPrivate ? null : (
            <LiveStrip
              state={state}
              findings={findings}
              timeline={timeline}
              child={child}
              detailed={step.path === 'measurements'}
            />
          )}
          {isPrivate ? (
            <PrivateGate open={alone} onOpen={() => setAlone(true)} onSkip={() => goTo(at + 1)}>
              <FormSection
                {...acts}
                section={step}
                view={view}
                form={engine.form.form}
                circumstances={circumstances}
                today={day}
                onSweep={acts.onSweep}
              />
            </PrivateGate>
          ) : isPlan(step) ? (
            <PlanSection {...acts} section={step} state={state} findings={findings} today={day} />
          ) : (
            <FormSection
              {...acts}
              section={step}
              view={view}
              form={engine.form.form}
              circumstances={circumstances}
              today={day}
              onSweep={acts.onSweep}
            />
          )}
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
        <nav class="visit__way" aria-label={t('visit.way')}>
          {at > 0 ? (
            <Button kind="secondary" icon="back" onPress={() => goTo(at - 1)}>
              {t('visit.previous')}
            </Button>
          ) : null}
          {last ? (
            <Button kind="primary" full icon="save" busy={saving} onPress={() => void finish()}>
              {t(view.blocking.length > 0 ? 'visit.save-incomplete' : 'visit.save')}
            </Button>
          ) : (
            <Button kind="primary" full onPress={() => goTo(at + 1)}>
              {t('visit.next')}
            </Button>
          )}
        </nav>
      </div>
      <SectionSheet
        open={listing}
        steps={steps}
        openCount={(one) => openIn(one, view)}
        current={step.path}
        onClose={() => setListing(false)}
        onGo={(path) => {
          setListing(false);
          setSection(path);
        }}
        onSave={() => void finish()}
        saving={saving}
      />
    </Screen>
  );
};
