/** Adds a birth to a family that is already here: a new baby, or a twin who was not mentioned at first. */
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import type { Answers } from '@denba/questionnaires/answers';
import { useRef, useState } from 'preact/hooks';
import { sectionsOf } from '../shell/form/section-list.ts';
import { UnderProtocol } from '../shell/protocol/under-protocol.view.tsx';
import { saveProblem } from '../shell/record/save-problem.ts';
import { type Draft, useDraft } from '../shell/record/use-draft.ts';
import { go } from '../shell/route.ts';
import type { ScreenProps } from '../shell/screen/lazy-screen.view.tsx';
import { Screen } from '../shell/screen/screen.view.tsx';
import { WaitingForStore } from '../shell/screen/waiting-for-store.view.tsx';
import { t } from '../shell/words/language.ts';
import { sayName } from '../shell/words/say.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { birthSteps, knownOfFamily } from './birth-steps.ts';
import { openingOf } from './opening.ts';
import { newDraft, type RegistrationDraft } from './registration-draft.ts';
import { birthDrafts } from './registration-drafts.ts';
import { useRegistration } from './use-registration.ts';
import { Walk } from './walk.view.tsx';
import './registration.css';

export const AddChildScreen = ({ route }: ScreenProps<'add-child'>) => {
  const workspace = useWorkspace();
  const row = workspace.rows.value.get(route.family);
  const fresh = (): RegistrationDraft => newDraft(workspace.today(), workspace.protocol.content);
  const draft = useDraft<RegistrationDraft>(`add-child ${route.family}`, fresh);
  const now = useRef<RegistrationDraft | null>(null);
  if (row === undefined) {
    return (
      <Screen task title={t('registration.add-child')}>
        <EmptyState icon="question" title={t('shell.story-absent')} />
      </Screen>
    );
  }
  if (draft.form === null) {
    return (
      <Screen task title={t('registration.add-child')}>
        <WaitingForStore />
      </Screen>
    );
  }
  now.current ??= draft.form;
  const change = (part: Partial<RegistrationDraft>): void => {
    now.current = { ...(now.current ?? fresh()), ...part };
    draft.change(now.current);
  };
  return (
    <UnderProtocol version={now.current.protocol}>
      <BirthForm row={row} begun={now.current} onChange={change} onSave={draft.save} />
    </UnderProtocol>
  );
};

type Props = {
  readonly row: CareRow;
  readonly begun: RegistrationDraft;
  readonly onChange: (part: Partial<RegistrationDraft>) => void;
  readonly onSave: Draft<RegistrationDraft>['save'];
};

const BirthForm = ({ row, begun, onChange, onSave }: Props) => {
  const workspace = useWorkspace();
  const engine = workspace.protocol.engine('registration');
  const [day] = useState(begun.openedOn);
  const [opening] = useState(() => openingOf(workspace, begun.openedOn, knownOfFamily(row, begun.answers)));
  const { filling, acts } = useRegistration(engine.form, opening, (answers: Answers) => onChange({ answers }));
  const [section, setSection] = useState(begun.section);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { view } = filling;
  const save = async (): Promise<void> => {
    setSaving(true);
    setProblem(null);
    const result = await onSave(birthDrafts(view.values, row.family, row.mother.id, day, workspace.newId));
    setSaving(false);
    if (!result.ok) return setProblem(saveProblem(result.error));
    go({ name: 'family', family: row.family, saved: true }, 'replace');
  };
  return (
    <Screen task title={t('registration.add-child')} subtitle={sayName(row.mother.name, 'mother')}>
      <Walk
        steps={birthSteps(sectionsOf(view), view)}
        section={section}
        onSection={(path) => {
          setSection(path);
          onChange({ section: path });
        }}
        form={engine.form}
        filling={filling}
        acts={acts}
        today={day}
        suggestions={{}}
        mayGoOn={async () => true}
        onSave={save}
        saving={saving}
        problem={problem}
      />
    </Screen>
  );
};
