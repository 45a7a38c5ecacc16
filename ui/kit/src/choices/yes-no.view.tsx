import type { FieldNotesText } from '../fields/field-notes.view.tsx';
import { ChoiceGroup } from './choice-group.view.tsx';
import type { Choice } from './choice-option.view.tsx';

export type YesNoProps<Extra extends string> = FieldNotesText & {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly name?: string | undefined;
  /** `null` means not answered, which is neither yes nor no. */
  readonly value: boolean | NoInfer<Extra> | null;
  readonly onChange: (value: boolean | NoInfer<Extra>) => void;
  readonly labels: { readonly yes: string; readonly no: string };
  /** Further answers, such as "not known", shown below yes and no. */
  readonly extra?: readonly Choice<Extra>[] | undefined;
  readonly onClear?: (() => void) | undefined;
  readonly clearLabel?: string | undefined;
  readonly required?: boolean | undefined;
};

export const YesNo = <Extra extends string = never>({ labels, extra = [], ...props }: YesNoProps<Extra>) => {
  const { value, onChange } = props;
  const options: readonly Choice[] = [{ value: 'yes', label: labels.yes }, { value: 'no', label: labels.no }, ...extra];
  const answer = (code: string): void => {
    const other = extra.find((choice) => choice.value === code);
    onChange(other === undefined ? code === 'yes' : other.value);
  };
  const code = value === true ? 'yes' : value === false ? 'no' : value;
  return <ChoiceGroup {...props} options={options} columns={2} value={code} onChange={answer} />;
};
