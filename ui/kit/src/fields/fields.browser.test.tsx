/** Tests fields with touch and keyboard: numbers, text, dates, a PIN. */
import '../tokens.css';
import '../base.css';
import { type LocalDate, localDate } from '@denba/quantities/local-date';
import { type ComponentChild, render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
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
