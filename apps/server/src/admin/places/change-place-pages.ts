/** The forms that change a place: name, population, closing and reopening. */
import type { ManagedSite } from '../../managed-site.ts';
import { newName, population, renamePlace, setPopulation } from '../../places/change-place.ts';
import { closePlace, closing, inCareAt, placeToClose, reopenPlace } from '../../places/close-place.ts';
import { placesToGo } from '../../places/where-to-go.ts';
import { type adminPages, fieldsOf } from '../admin-pages.ts';
import { ADMIN, type Outcome, type OwnVisit } from '../visit.ts';
import { closePage } from './close-place-page.ts';

type Show = (visit: OwnVisit) => Outcome | Promise<Outcome>;

/** `showPlace`: shows the page with the forms of renaming, population and reopening. */
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
  const showClose: Show = async (visit) => {
    const place = await placeToClose(site, visit.viewer, idOf(visit));
    const inCare = await inCareAt(site.db, visit.viewer, place);
    return closePage(visit, { place, inCare, toGo: inCare.children === 0 ? [] : await placesToGo(site.db, place) });
  };
  own.page('/places/:place/close', showClose);
  change('close', ({ viewer, fields }, id) => closePlace(site, viewer, id, fieldsOf(closing, fields)), showClose);
  change('reopen', ({ viewer }, id) => reopenPlace(site, viewer, id), showPlace);
};

const idOf = ({ params }: OwnVisit): string => params['place'] ?? '';
