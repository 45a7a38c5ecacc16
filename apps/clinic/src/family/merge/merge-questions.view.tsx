/** Shows both records side by side, then asks who is the same person, then why; only then can they be merged. */
import { Button } from '@denba/kit/buttons/button.view';
import { ChoiceGroup } from '@denba/kit/choices/choice-group.view';
import { YesNo } from '@denba/kit/choices/yes-no.view';
import { TextField } from '@denba/kit/fields/text-field.view';
import { Notice } from '@denba/kit/notices/notice.view';
import type { Child, Timeline } from '@denba/records/timeline/timeline';
import { useState } from 'preact/hooks';
import { saveProblem } from '../../shell/record/save-problem.ts';
import type { Draft } from '../../shell/record/use-draft.ts';
import { go } from '../../shell/route.ts';
import { t } from '../../shell/words/language.ts';
import { sayDay, sayName, saySex } from '../../shell/words/say.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { changesOthers } from '../correction/use-anew.ts';
import { CompareRecords } from './compare-records.view.tsx';
import { mergeDrafts } from './merge-drafts.ts';
import {
  anotherChild,
  asksForChildren,
  type MergeForm,
  type MergeWarning,
  mergeOf,
  mergeProblem,
  mergeWarnings,
  motherOf,
} from './merge-form.ts';

type Props = {
  readonly keep: Timeline;
  readonly other: Timeline;
  readonly form: MergeForm;
  readonly onChange: (over: Partial<MergeForm>) => void;
  /** Called when another record than this one was meant. */
  readonly onOther: () => void;
  readonly onSave: Draft<MergeForm>['save'];
};

export const MergeQuestions = ({ keep, other, form, onChange, onOther, onSave }: Props) => {
  const workspace = useWorkspace();
  const { session, today } = workspace;
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const [told, setTold] = useState(false);
  const merge = async (): Promise<void> => {
    const open = mergeProblem(form, keep, other);
    if (open !== null) {
      setProblem(t(`family.merge.open-${open}`));
      return;
    }
    // A draft kept under the other record's id could no longer be found after the merge. The warning is shown once.
    if (!told && (await session.draft.keys()).some((key) => isAbout(key, other))) {
      setTold(true);
      setProblem(t('family.merge.open-draft'));
      return;
    }
    setSaving(true);
    const result = await onSave(mergeDrafts(mergeOf(form, keep, other), today()));
    if (!result.ok) {
      setSaving(false);
      setProblem(saveProblem(result.error));
      return;
    }
    const family = keep.family;
    const changes = await changesOthers(workspace, family);
    setSaving(false);
    go(changes ? { name: 'anew', family } : { name: 'family', family, saved: true }, 'replace');
  };
  return (
    <div class="merge">
      <CompareRecords keep={keep} other={other} />
      <Button kind="quiet" full icon="search" onPress={onOther}>
        {t('family.merge.another')}
      </Button>
      {motherOf(keep) === null || motherOf(other) === null ? null : (
        <YesNo
          label={t('family.merge.same-mother')}
          labels={{ yes: t('form.yes'), no: t('form.no') }}
          value={form.sameMother}
          onChange={(sameMother) => onChange({ sameMother })}
          required
        />
      )}
      {asksForChildren(keep, other)
        ? other.children.map((child) => (
            <WhichChild key={child.id} child={child} keep={keep} other={other} form={form} onChange={onChange} />
          ))
        : null}
      {mergeWarnings(form, keep, other).map((warning) => (
        <Notice key={JSON.stringify(warning)} kind="warning" title={sayWarning(warning, other)} />
      ))}
      <TextField
        label={t('family.merge.reason')}
        value={form.reason}
        onInput={(reason) => onChange({ reason })}
        multiline
        required
      />
      {problem === null ? null : <Notice kind="warning" title={problem} />}
      <Button kind="primary" full icon="merge" busy={saving} onPress={() => void merge()}>
        {t('family.merge.confirm')}
      </Button>
    </div>
  );
};

/**
 * Whether a draft belongs to this record; keys look like `visit follow-up FAMILY CHILD`. Drafts of merges do not count,
 * because they may be this very merge.
 */
const isAbout = (key: string, { families }: Timeline): boolean => {
  const words = key.split(' ');
  return words[0] !== 'merge' && families.some((family) => words.includes(family));
};

type WhichChildProps = Pick<Props, 'keep' | 'other' | 'form' | 'onChange'> & { readonly child: Child };

const WhichChild = ({ child, keep, other, form, onChange }: WhichChildProps) => (
  <ChoiceGroup
    label={t('family.merge.which-child', { child: sayChild(child, other) })}
    options={[
      ...keep.children.map((known) => ({
        value: known.id as string,
        label: t('family.merge.same-child', { child: sayChild(known, keep) }),
      })),
      { value: anotherChild, label: t('family.merge.different') },
    ]}
    value={form.children[child.id] ?? null}
    onChange={(answer) => {
      const known = keep.children.find(({ id }) => id === answer);
      onChange({ children: { ...form.children, [child.id]: known?.id ?? anotherChild } });
    }}
    required
  />
);

/** A child in words, with enough to tell twins apart: name, sex, date of birth. */
const sayChild = ({ id, sex, birthDate }: Child, { persons }: Timeline): string =>
  [
    sayName(persons.find((person) => person.id === id)?.name ?? null, 'child'),
    saySex(sex),
    ...(birthDate === null ? [] : [sayDay(birthDate)]),
  ].join(', ');

const sayWarning = (warning: MergeWarning, other: Timeline): string => {
  if (warning.kind === 'otherMother') return t('family.merge.warn-otherMother');
  if (warning.kind === 'oneDied') {
    const who = other.persons.find(({ id }) => id === warning.person);
    return t('family.merge.warn-oneDied', {
      name: sayName(who?.name ?? null, who?.roles.includes('mother') ? 'mother' : 'child'),
    });
  }
  const child = other.persons.find(({ id }) => id === warning.child);
  return t(`family.merge.warn-${warning.kind}`, { child: sayName(child?.name ?? null, 'child') });
};
