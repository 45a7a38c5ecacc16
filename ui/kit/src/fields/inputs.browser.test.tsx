/** What the inputs do under a thumb and a keyboard. */
import '../tokens.css';
import '../base.css';
import { type LocalDate, localDate } from '@denba/quantities/local-date';
import { type ComponentChild, render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ChoiceGroup } from '../choices/choice-group.view.tsx';
import { ChoicesGroup } from '../choices/choices-group.view.tsx';
import { YesNo } from '../choices/yes-no.view.tsx';
import { StopWatch } from '../timers/stop-watch.view.tsx';
import { TapCounter } from '../timers/tap-counter.view.tsx';
import { DateField } from './date-field.view.tsx';
import { NumberField } from './number-field.view.tsx';
import { PinPad } from './pin-pad.view.tsx';
import { TextField } from './text-field.view.tsx';

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

it('a number keeps out what is no number, and is described by unit, earlier value and doubt', async () => {
  const Weight = () => {
    const [value, setValue] = useState('');
    return (
      <NumberField
        label="Poids"
        unit="kg"
        decimals={2}
        value={value}
        onInput={setValue}
        earlier="3,1 kg"
        warning="Trop ?"
      />
    );
  };
  show(<Weight />);
  const input = page.getByLabelText('Poids');
  await userEvent.type(input, 'a3,4x2');
  await expect.element(input).toHaveValue('3,42');
  await expect.element(input).toHaveAccessibleDescription('Trop ? kg 3,1 kg');
});

it('a suggestion is one tap', async () => {
  const Village = () => {
    const [value, setValue] = useState('');
    return <TextField label="Village" value={value} onInput={setValue} suggestions={['Ɲamina', 'Kolokani']} />;
  };
  show(<Village />);
  await page.getByRole('button', { name: 'Ɲamina' }).click();
  await expect.element(page.getByRole('textbox')).toHaveValue('Ɲamina');
  expect(place.querySelectorAll('.k-chip')).toHaveLength(1);
});

describe('a date', () => {
  const told: (LocalDate | null)[] = [];
  const Birth = ({ start = null }: { readonly start?: LocalDate | null }) => {
    const [value, setValue] = useState<LocalDate | null>(start);
    return (
      <DateField
        label="Naissance"
        value={value}
        onChange={(date) => {
          told.push(date);
          setValue(date);
        }}
        labels={{ day: 'Jour', month: 'Mois', year: 'Année', noSuchDay: 'Ce jour n’existe pas.' }}
        monthNames={['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet']}
        defaultYear={2026}
        quick={[{ label: 'Hier', value: localDate('2026-06-30') }]}
      />
    );
  };
  beforeEach(() => {
    told.length = 0;
  });

  it('takes two keys when both numbers are short and the year is this one', async () => {
    show(<Birth />);
    await page.getByLabelText('Jour').click();
    await userEvent.keyboard('56');
    expect(told).toEqual(['2026-06-05']);
    expect(place.textContent).toContain('5 juin 2026');
  });

  it('takes four keys otherwise', async () => {
    show(<Birth />);
    await page.getByLabelText('Jour').click();
    await userEvent.keyboard('1207');
    expect(told).toEqual(['2026-07-12']);
  });

  it('says that there is no 31 June, and is no date then', async () => {
    show(<Birth start={localDate('2026-06-30')} />);
    await page.getByLabelText('Jour').click();
    await userEvent.keyboard('31');
    expect(told.at(-1)).toBeNull();
    await expect.element(page.getByText('Ce jour n’existe pas.')).toBeVisible();
  });

  it('is taken back by the erase key, from box to box', async () => {
    show(<Birth />);
    await page.getByLabelText('Jour').click();
    await userEvent.keyboard('12{Backspace}');
    expect(document.activeElement).toBe(page.getByLabelText('Jour').element());
  });

  it('is one tap when it was yesterday', async () => {
    show(<Birth />);
    await page.getByRole('button', { name: 'Hier' }).click();
    expect(told).toEqual(['2026-06-30']);
    await expect.element(page.getByLabelText('Mois')).toHaveValue('6');
  });

  it('reads a year of two digits', async () => {
    show(<Birth />);
    await page.getByLabelText('Année').click();
    await userEvent.keyboard('98');
    await userEvent.tab();
    await expect.element(page.getByLabelText('Année')).toHaveValue('1998');
  });
});

describe('a PIN pad', () => {
  const completed = vi.fn();
  const Pin = () => {
    const [pin, setPin] = useState('');
    return (
      <PinPad
        length={4}
        value={pin}
        onChange={setPin}
        onComplete={completed}
        labels={{ pad: 'Code', erase: 'Effacer', entered: `${pin.length} sur 4` }}
      />
    );
  };
  beforeEach(() => completed.mockReset());

  it('hears thumb and keyboard alike, and never shows a digit that was typed', async () => {
    show(<Pin />);
    await page.getByRole('button', { name: '7' }).click();
    await userEvent.keyboard('1{Backspace}2');
    await page.getByRole('button', { name: '0' }).click();
    expect(completed).not.toHaveBeenCalled();
    expect(place.querySelector('[aria-live]')?.textContent).toBe('3 sur 4');
    await userEvent.keyboard('9');
    expect(completed).toHaveBeenCalledExactlyOnceWith('7209');
    expect(place.querySelector('.k-pin__dots')?.textContent).toBe('');
  });

  it('loses no digit when keys come faster than the screen', () => {
    show(<Pin />);
    for (const key of '4321') document.dispatchEvent(new KeyboardEvent('keydown', { key }));
    expect(completed).toHaveBeenCalledExactlyOnceWith('4321');
  });
});

describe('counting and timing', () => {
  let clock = 0;
  const now = (): number => clock;
  beforeEach(() => {
    clock = 1000;
  });

  const labels = {
    start: 'Commencer',
    tap: 'Touchez',
    done: 'Terminé',
    undo: 'Annuler',
    restart: 'Recommencer',
    remaining: (seconds: number) => `${seconds} s`,
    result: (count: number) => `${count} respirations`,
  };

  it('breaths are counted by tap and by key for a minute, the last one taken back', async () => {
    const done = vi.fn();
    show(<TapCounter now={now} onDone={done} labels={labels} />);
    const area = place.querySelector('button') ?? document.body;
    await userEvent.click(area);
    clock += 500;
    await userEvent.click(area);
    await userEvent.click(area);
    area.focus();
    await userEvent.keyboard(' ');
    expect(place.querySelector('.k-tap__count')?.textContent).toBe('3');
    await page.getByRole('button', { name: 'Annuler' }).click();
    expect(place.querySelector('.k-tap__count')?.textContent).toBe('2');
    clock += 60_000;
    await vi.waitFor(() => expect(done).toHaveBeenCalledExactlyOnceWith(2));
    await expect.element(page.getByText('2 respirations')).toBeVisible();
    await page.getByRole('button', { name: 'Recommencer' }).click();
    expect(place.querySelector('.k-tap__count')?.textContent).toBe('0');
  });

  it('a feed is timed, also when the page was away meanwhile', async () => {
    const stopped = vi.fn();
    const words = { title: 'Tétée', start: 'Début', stop: 'Fin', restart: 'Encore', elapsed: (s: number) => `${s} s` };
    const started = vi.fn();
    show(<StopWatch now={now} labels={words} onStop={stopped} onStart={started} />);
    await page.getByRole('button', { name: 'Début' }).click();
    expect(started).toHaveBeenCalledExactlyOnceWith(1000);
    show(null);
    clock += 250_999;
    show(<StopWatch now={now} labels={words} onStop={stopped} startedAt={1000} />);
    expect(place.querySelector('.k-watch__time')?.textContent).toBe('4:10');
    await page.getByRole('button', { name: 'Fin' }).click();
    expect(stopped).toHaveBeenCalledExactlyOnceWith(250);
  });
});
