/** Samples of questions and their answers. */
import { type LocalDate, localDate } from '@denba/quantities/local-date';
import { useState } from 'preact/hooks';
import { ChoiceGroup } from '../src/choices/choice-group.view.tsx';
import { ChoicesGroup } from '../src/choices/choices-group.view.tsx';
import { YesNo } from '../src/choices/yes-no.view.tsx';
import { DateField } from '../src/fields/date-field.view.tsx';
import { NumberField } from '../src/fields/number-field.view.tsx';
import { SearchField } from '../src/fields/search-field.view.tsx';
import { TextField } from '../src/fields/text-field.view.tsx';
import { dateOrder, monthNames } from '../src/messages/format-day.ts';
import { Picture } from '../src/pictures/picture.view.tsx';

const Choices = () => {
  const [feeding, setFeeding] = useState<string | null>('exclusive');
  const [sex, setSex] = useState<string | null>(null);
  const [signs, setSigns] = useState<readonly string[]>(['mouth']);
  return (
    <>
      <ChoiceGroup
        label="Comment l'enfant est-il nourri ?"
        hint="Demandez ce qu'il a reçu hier, jour et nuit."
        options={[
          { value: 'exclusive', label: 'Au sein seulement', detail: 'ni eau, ni autre lait, ni tisane' },
          { value: 'mixed', label: 'Au sein et autre chose' },
          { value: 'none', label: 'Pas au sein' },
        ]}
        value={feeding}
        onChange={setFeeding}
        onClear={() => setFeeding(null)}
        clearLabel="Effacer la réponse"
        required
      />
      <ChoiceGroup
        label="Sexe"
        columns={2}
        options={[
          { value: 'F', label: 'Fille' },
          { value: 'M', label: 'Garçon' },
        ]}
        value={sex}
        onChange={setSex}
        error="Dites si c'est une fille ou un garçon : la courbe en dépend."
      />
      <ChoicesGroup
        label="Prise du sein : ce que vous voyez"
        columns={2}
        options={[
          { value: 'mouth', label: 'Bouche grande ouverte', picture: <Picture name="attachment-mouth" /> },
          { value: 'lip', label: 'Lèvre du bas retournée', picture: <Picture name="attachment-lip" /> },
          { value: 'chin', label: 'Menton touche le sein', picture: <Picture name="attachment-chin" /> },
          { value: 'areola', label: 'Aréole visible au-dessus', picture: <Picture name="attachment-areola" /> },
          { value: 'none', label: 'Aucun de ces signes' },
        ]}
        none="none"
        values={signs}
        onChange={setSigns}
      />
    </>
  );
};

const PictureRows = () => {
  const [answer, setAnswer] = useState<string | null>('deep');
  return (
    <ChoiceGroup
      label="Comment l'enfant tète-t-il ?"
      options={[
        { value: 'deep', label: 'Succions lentes et profondes', picture: <Picture name="suckling-deep" /> },
        { value: 'not', label: 'Succions rapides, sans avaler', picture: <Picture name="suckling-not" /> },
      ]}
      value={answer}
      onChange={setAnswer}
    />
  );
};

const YesNos = () => {
  const [answer, setAnswer] = useState<boolean | 'unknown' | null>(null);
  return (
    <YesNo
      label="L'enfant a-t-il de la fièvre ?"
      value={answer}
      onChange={setAnswer}
      labels={{ yes: 'Oui', no: 'Non' }}
      extra={[{ value: 'unknown', label: 'Je ne sais pas' }]}
    />
  );
};

const Numbers = () => {
  const [weight, setWeight] = useState('3,42');
  const [length, setLength] = useState('');
  const [muac, setMuac] = useState('180');
  return (
    <>
      <NumberField
        label="Poids"
        unit="kg"
        decimals={2}
        value={weight}
        onInput={setWeight}
        earlier="3,18 kg le 12 nov."
        required
      />
      <NumberField
        label="Taille couchée"
        unit="cm"
        value={length}
        onInput={setLength}
        hint="Deux lectures, au millimètre."
        error="La seconde lecture manque."
      />
      <NumberField
        label="Périmètre brachial (PB)"
        unit="mm"
        decimals={0}
        value={muac}
        onInput={setMuac}
        earlier="112 mm le 12 nov."
        warning="C'est 68 mm de plus qu'il y a deux semaines. Mesurez encore une fois."
      />
    </>
  );
};

const Texts = () => {
  const [village, setVillage] = useState('');
  const [phone, setPhone] = useState('76 12 34 56');
  const [note, setNote] = useState('');
  return (
    <>
      <TextField
        label="Village ou quartier"
        value={village}
        onInput={setVillage}
        suggestions={['Kolokani', 'Ɲamina', 'Sebɛkɔrɔ', 'Banamba']}
        capitalize
      />
      <TextField label="Téléphone" type="tel" value={phone} onInput={setPhone} hint="Le sien, ou celui d'un proche." />
      <TextField label="Remarque" multiline value={note} onInput={setNote} />
    </>
  );
};

const Dates = () => {
  const [birth, setBirth] = useState<LocalDate | null>(null);
  const [visit, setVisit] = useState<LocalDate | null>(localDate('2026-11-26'));
  const labels = { day: 'Jour', month: 'Mois', year: 'Année', noSuchDay: "Ce jour n'existe pas." };
  const shared = { labels, monthNames: monthNames('fr'), order: dateOrder('fr') };
  return (
    <>
      <DateField
        {...shared}
        label="Date de naissance de l'enfant"
        value={birth}
        onChange={setBirth}
        defaultYear={2026}
        quick={[
          { label: "Aujourd'hui", value: localDate('2026-11-26') },
          { label: 'Hier', value: localDate('2026-11-25') },
        ]}
      />
      <DateField {...shared} label="Prochaine visite" value={visit} onChange={setVisit} />
    </>
  );
};

const Search = () => {
  const [words, setWords] = useState('');
  return (
    <SearchField
      label="Chercher une famille"
      placeholder="Nom, téléphone, village"
      clearLabel="Effacer"
      value={words}
      onInput={setWords}
    />
  );
};

export const inputSamples = {
  choice: Choices,
  'choice-pictures': PictureRows,
  'yes-no': YesNos,
  number: Numbers,
  text: Texts,
  date: Dates,
  search: Search,
} as const;
