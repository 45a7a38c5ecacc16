/** Makes the parcel of one family: says what it contains, logs it, and gives it as a file or as QR codes. */
import type { KnownCentre } from '@denba/device/centres/known-centres';
import { writeFamilyParcel } from '@denba/device/centres/write-family-parcel';
import { Button } from '@denba/kit/buttons/button.view';
import { ChoiceGroup } from '@denba/kit/choices/choice-group.view';
import { YesNo } from '@denba/kit/choices/yes-no.view';
import { Card } from '@denba/kit/lists/card.view';
import { Notice } from '@denba/kit/notices/notice.view';
import type { Timeline } from '@denba/records/timeline/timeline';
import { useState } from 'preact/hooks';
import { OfferFile } from '../shell/carrying/offer-file.view.tsx';
import { useCourierFile } from '../shell/carrying/use-courier-file.ts';
import { go } from '../shell/route.ts';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { sayKnown } from './book-card.view.tsx';
import { sayPhone } from './code-news.view.tsx';
import { familyNames } from './family-names.ts';
import { readOwnCode } from './read-own-code.ts';

type Props = { readonly timeline: Timeline; readonly book: readonly KnownCentre[] };

export const HandFamilyForm = ({ timeline, book }: Props) => {
  const workspace = useWorkspace();
  const { session, clock } = workspace;
  const { family, families } = timeline;
  const fileOf = useCourierFile();
  const [device, setDevice] = useState<string | null>(book.length === 1 ? (book[0]?.code.device ?? null) : null);
  const [agrees, setAgrees] = useState<boolean | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const chosen = book.find(({ code }) => code.device === device) ?? null;
  const damaged = session
    .problems()
    .some(({ kind, families: hit }) => kind === 'entriesDamaged' && hit.some((one) => families.includes(one)));

  const make = async ({ code }: KnownCentre): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const [own, entries] = [await readOwnCode(workspace), await session.entriesOf(family)];
      const parcel = await writeFamilyParcel({ entries, to: code, own, wallMs: clock.wallMs });
      if (parcel.ok) {
        // The audit log is written before the parcel can leave: if that fails, it does not leave.
        await session.audit.add('family-handed', { family, phone: code.device, entries: parcel.value.entries });
        setFile(fileOf(parcel.value.text));
      } else setProblem(t(`centres.hand-${parcel.error.kind}`));
    } catch (error) {
      setProblem(t('centres.hand-failed', { name: error instanceof Error ? error.name : 'Error' }));
    }
    setBusy(false);
  };

  if (file !== null && chosen !== null) {
    return (
      <Card title={sayPhone(chosen.code)}>
        <OfferFile
          file={file}
          text={t('centres.hand-made', { centre: chosen.code.centre.name })}
          picturesText={t('centres.hand-pictures')}
          onClose={() => go({ name: 'family', family }, 'replace')}
        />
      </Card>
    );
  }
  return (
    <>
      <Card>
        <ChoiceGroup
          label={t('centres.hand-to')}
          options={book.map((known) => ({
            value: known.code.device,
            label: sayPhone(known.code),
            detail: sayKnown(known),
          }))}
          value={device}
          onChange={(other) => {
            setDevice(other);
            // She agreed to one centre, not to any.
            setAgrees(null);
          }}
        />
      </Card>
      {chosen === null ? null : (
        <Card title={t('centres.leaves')}>
          <p>{t('centres.who', familyNames(timeline))}</p>
          <p>{t('centres.leaves-entries', { count: timeline.history.length, phone: sayPhone(chosen.code) })}</p>
          <p>{t('centres.leaves-all')}</p>
          {damaged ? <Notice kind="warning" title={t('centres.leaves-damaged')} /> : null}
          {chosen.compared ? null : <Notice kind="warning" title={t('centres.leaves-not-compared')} />}
          <YesNo
            label={t('centres.agrees')}
            labels={{ yes: t('centres.agrees-yes'), no: t('centres.agrees-no') }}
            value={agrees}
            onChange={(value) => setAgrees(value === true)}
          />
          {agrees === false ? <Notice kind="info" title={t('centres.agrees-stop')} /> : null}
        </Card>
      )}
      {problem === null ? null : <Notice kind="danger" title={problem} />}
      <Button
        kind="primary"
        full
        icon="share"
        busy={busy}
        disabled={chosen === null || agrees !== true}
        onPress={() => chosen !== null && void make(chosen)}
      >
        {t('centres.hand-make')}
      </Button>
    </>
  );
};
