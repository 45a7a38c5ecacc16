/** The forms that change a place. */
import type { ManagedSite } from '../managed-site.ts';
import {
  closePlace,
  newName,
  placeToClose,
  population,
  renamePlace,
  reopenPlace,
  setPopulation,
} from '../places/change-place.ts';
import { type adminPages, fieldsOf } from './admin-pages.ts';
import { closePage } from './change-place-part.ts';
import { ADMIN, type Outcome, type OwnVisit } from './visit.ts';

type Show = (visit: OwnVisit) => Outcome | Promise<Outcome>;

/** `showPlace`: the page that the forms are on. */
export const changePlacePages = ({ own }: ReturnType<typeof adminPages>, site: ManagedSite, showPlace: Show): void => {
  const change = (what: string, act: (visit: OwnVisit, place: string) => Promise<unknown>, show: Show): void =>
    own.form(
      `/places/:place/${what}`,
      async (visit) => {
        await act(visit, idOf(visit));
        return { to: `${ADMIN}/places/${encodeURIComponent(idOf(visit))}` };
      },
      show,
    );
  change('name', ({ viewer, fields }, id) => renamePlace(site, viewer, id, fieldsOf(newName, fields)), showPlace);
  change(
    'population',
    ({ viewer, fields }, id) => setPopulation(site, viewer, id, fieldsOf(population, fields)),
    showPlace,
  );
  const showClose: Show = async (visit) => closePage(visit, await placeToClose(site, visit.viewer, idOf(visit)));
  own.page('/places/:place/close', showClose);
  change('close', ({ viewer }, id) => closePlace(site, viewer, id), showClose);
  change('reopen', ({ viewer }, id) => reopenPlace(site, viewer, id), showPlace);
};

const idOf = ({ params }: OwnVisit): string => params['place'] ?? '';
