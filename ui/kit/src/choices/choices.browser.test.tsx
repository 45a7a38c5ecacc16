/** Tests the choice components with touch and keyboard. */
import '../tokens.css';
import '../base.css';
import { type ComponentChild, render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ChoiceGroup } from './choice-group.view.tsx';
import { ChoicesGroup } from './choices-group.view.tsx';
import { YesNo } from './yes-no.view.tsx';

let place: HTMLElement;

beforeEach(() => {
  place = document.createElement('main');
  document.body.append(place);
});

afterEach(() => {
  render(null, place);
  place.remove();
});

const show = (view: ComponentChild): void => render(view, place);

describe('a question with one answer', () => {
  const Feeding = ({ onClear }: { readonly onClear?: () => void }) => {
    const [value, setValue] = useState<string | null>(null);
    return (
      <ChoiceGroup
        label="Alimentation"
        options={[
          { value: 'breast', label: 'Sein' },
          { value: 'mixed', label: 'Mixte' },
        ]}
        value={value}
        onChange={setValue}
        clearLabel="Effacer"
        onClear={() => {
          setValue(null);
          onClear?.();
        }}
      />
    );
  };
  const checked = (): readonly string[] =>
    [...place.querySelectorAll<HTMLInputElement>('input:checked')].map((input) => input.value);

  it('is answered by pressing anywhere on the card', async () => {
    show(<Feeding />);
    expect(checked()).toEqual([]);
    await page.getByText('Mixte').click();
    expect(checked()).toEqual(['mixed']);
  });

  it('takes a press as an answer only: its words are not selected', async () => {
    show(<Feeding />);
    getSelection()?.removeAllRanges();
    await userEvent.click(page.getByText('Mixte'));
    expect(checked()).toEqual(['mixed']);
    expect(getSelection()?.anchorNode ?? null).toBeNull();
  });

  it('is answered by the arrow keys, as native radios are', async () => {
    show(<Feeding />);
    await userEvent.tab();
    await userEvent.keyboard(' {ArrowDown}');
    expect(checked()).toEqual(['mixed']);
  });

  it('goes back to "not answered"', async () => {
    show(<Feeding />);
    await page.getByText('Sein').click();
    await page.getByRole('button', { name: 'Effacer' }).click();
    expect(checked()).toEqual([]);
  });

  it('of yes and no has three states, and a fourth where one does not know', async () => {
    const answers: (boolean | 'unknown')[] = [];
    const Fever = () => {
      const [value, setValue] = useState<boolean | 'unknown' | null>(null);
      return (
        <YesNo
          label="Fièvre"
          value={value}
          labels={{ yes: 'Oui', no: 'Non' }}
          extra={[{ value: 'unknown', label: 'Ne sait pas' }]}
          onChange={(answer) => {
            answers.push(answer);
            setValue(answer);
          }}
        />
      );
    };
    show(<Fever />);
    expect(checked()).toEqual([]);
    for (const word of ['Oui', 'Non', 'Ne sait pas']) await page.getByText(word).click();
    expect(answers).toEqual([true, false, 'unknown']);
    expect(checked()).toEqual(['unknown']);
  });
});

it('"none of these" and the rest exclude each other', async () => {
  const Signs = () => {
    const [values, setValues] = useState<readonly string[]>([]);
    const options = ['a', 'b', 'none'].map((value) => ({ value, label: `signe ${value}` }));
    return <ChoicesGroup label="Signes" options={options} none="none" values={values} onChange={setValues} />;
  };
  show(<Signs />);
  const checked = () => [...place.querySelectorAll<HTMLInputElement>('input:checked')].map((input) => input.value);
  await page.getByText('signe b').click();
  await page.getByText('signe a').click();
  expect(checked()).toEqual(['a', 'b']);
  await page.getByText('signe none').click();
  expect(checked()).toEqual(['none']);
  await page.getByText('signe b').click();
  expect(checked()).toEqual(['b']);
});
