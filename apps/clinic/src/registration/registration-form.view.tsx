/**
 * Registers a new family, one section at a time. Possible duplicates are shown before a new record can be made; the
 * form is kept as a draft while it is filled.
 */
import { Notice } from '@denba/kit/notices/notice.view';
import type { Answers } from '@denba/questionnaires/answers';
import { useState } from 'preact/hooks';
import { sectionsOf } from '../shell/form/section-list.ts';
import { saveProblem } from '../shell/record/save-problem.ts';
import type { Draft } from '../shell/record/use-draft.ts';
import { go, home } from '../shell/route.ts';
import { Screen } from '../shell/screen/screen.view.tsx';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { ConsentRefused } from './consent-refused.view.tsx';
import { duplicateCandidate } from './duplicate-candidate.ts';
import { Duplicates, showDuplicates } from './duplicates.view.tsx';
import { openingOf } from './opening.ts';
import type { RegistrationDraft } from './registration-draft.ts';
import { newFamilyDrafts } from './registration-drafts.ts';
import { registrationSteps, stepOf } from './registration-steps.ts';
import { TakenUp } from './taken-up.view.tsx';
import { useDuplicates } from './use-duplicates.ts';
import { useRegistration } from './use-registration.ts';
import { useVillages } from './use-villages.ts';
import { Walk } from './walk.view.tsx';
import './registration.css';

type Props = {
  readonly begun: RegistrationDraft;
  readonly takenUp: boolean;
  readonly onChange: (part: Partial<RegistrationDraft>) => void;
  readonly onSave: Draft<RegistrationDraft>['save'];
  readonly onRestart: () => void;
};

export const RegistrationForm = ({ begun, takenUp, onChange, onSave, onRestart }: Props) => {
  const workspace = useWorkspace();
  const engine = workspace.protocol.engine('registration');
  // The form is opened once: its initial answers must not change while the user types.
  const [opening] = useState(() => openingOf(workspace, begun.openedOn, begun.answers));
  const [day] = useState(begun.openedOn);
  const keep = (answers: Answers): void => onChange({ answers });
  const { filling, acts } = useRegistration(engine.form, opening, keep);
  const { view } = filling;
  const [section, setSection] = useState(begun.section);
  const [notThese, setNotThese] = useState(begun.notThese);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const candidate = duplicateCandidate(view.values, day);
  const duplicates = useDuplicates(candidate, notThese);
  const villages = useVillages(candidate.village);

  const setAside = (): void => {
    const seen = [...new Set([...notThese, ...duplicates.found.map(({ family }) => family)])];
    setNotThese(seen);
    onChange({ notThese: seen });
  };
  const steps = registrationSteps(sectionsOf(view), view);
  // Duplicates are shown from the step on that asks for the mother's name: a name taken from the search may be wrong.
  const whoIsAsked = steps.findIndex(({ questions }) => questions.some(({ path }) => path === 'mother_name'));
  const isAsked = whoIsAsked >= 0 && stepOf(steps, section) >= whoIsAsked;
  const seemsNew = async (): Promise<boolean> => {
    if (!isAsked || (await duplicates.lookNow()).length === 0) return true;
    showDuplicates();
    return false;
  };
  const save = async (): Promise<void> => {
    setSaving(true);
    setProblem(null);
    const { family, drafts } = newFamilyDrafts(view.values, day, workspace.newId);
    const result = await onSave(drafts);
    setSaving(false);
    if (!result.ok) return setProblem(saveProblem(result.error));
    go(view.values['consent'] === false ? home : { name: 'family', family, saved: true }, 'replace');
  };
  return (
    <Screen
      task
      title={t('registration.title')}
      {...(candidate.motherName === null ? {} : { subtitle: candidate.motherName })}
    >
      {takenUp ? <TakenUp name={candidate.motherName} onRestart={onRestart} /> : null}
      {view.values['consent'] === false ? (
        <>
          <ConsentRefused saving={saving} onNote={() => void save()} onChanged={() => acts.onAnswer('consent', true)} />
          {problem === null ? null : <Notice kind="danger" title={problem} />}
        </>
      ) : (
        <Walk
          steps={steps}
          section={section}
          onSection={(path) => {
            setSection(path);
            onChange({ section: path });
          }}
          form={engine.form}
          filling={filling}
          acts={acts}
          today={day}
          suggestions={{ village: villages }}
          mayGoOn={seemsNew}
          onSave={save}
          saving={saving}
          problem={problem}
        >
          {isAsked && duplicates.found.length > 0 ? <Duplicates found={duplicates.found} onNone={setAside} /> : null}
        </Walk>
      )}
    </Screen>
  );
};
