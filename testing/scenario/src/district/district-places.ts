/**
 * The places of a simulated district near Bamako. The names are those of real localities, so that the map is
 * recognised; every place is simulated and says so, and nothing was ever counted in it. Positions are rounded to a
 * hundredth of a degree.
 */
export type DistrictPlace = {
  readonly id: string;
  readonly kind: 'country' | 'region' | 'district' | 'health_centre' | 'hospital';
  readonly name: string;
  readonly parent: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
};

export const HOSPITAL = 'demo-hopital';
export const HOSPITAL_NAME = 'CSRéf de Kalabancoro (simulé)';
const DISTRICT = 'demo-district';

const centres: readonly (readonly [id: string, name: string, latitude: number, longitude: number])[] = [
  ['sanankoroba', 'de Sanankoroba', 12.4, -7.94],
  ['dialakoroba', 'de Dialakoroba', 12.27, -7.93],
  ['kalabancoro', 'de Kalabancoro Heremakono', 12.55, -8.03],
  ['kabala', 'de Kabala', 12.53, -7.98],
  ['gouana', 'de Gouana', 12.5, -8.02],
  ['niamana', 'de Niamana', 12.59, -7.87],
  ['sirakoro', 'de Sirakoro Méguétana', 12.57, -7.9],
  ['senou', 'de Sénou Bougou', 12.52, -7.92],
  ['baguineda', 'de Baguinéda-Camp', 12.62, -7.78],
  ['tanima', 'de Tanima', 12.58, -7.72],
  ['kobalacoro', 'de Kobalacoro', 12.66, -7.7],
  ['sebela', 'de Sébéla', 12.71, -7.62],
  ['tiele', 'de Tièlè', 12.56, -7.62],
  ['mountougoula', 'de Mountougoula', 12.47, -7.73],
  ['faraba', 'de Faraba', 12.43, -7.68],
  ['bougoula', 'de Bougoula', 12.37, -7.69],
  ['sanankoro', 'de Sanankoro Djitoumou', 12.3, -7.66],
  ['ngouraba', 'de N’Gouraba', 12.2, -7.63],
  ['gonsolo', 'de Gonsolo', 12.15, -7.75],
  ['ouelessebougou', 'de Ouélessébougou Est', 12.0, -7.91],
  ['digan', 'de Digan', 12.12, -7.95],
  ['banankoro', 'de Banankoro', 12.43, -7.88],
  ['kola', 'de Kola', 12.35, -7.89],
  ['tadiana', 'de Tadianabougou', 12.38, -8.02],
  ['bancoumana', 'de Bancoumana', 12.2, -8.27],
  ['siby', 'de Siby', 12.38, -8.33],
  ['samaya', 'de Samaya', 12.5, -8.12],
  ['djoliba', 'de Djoliba', 12.33, -8.18],
  ['kourouba', 'de Kourouba', 12.05, -8.22],
  ['nioumamakana', 'de Nioumamakana', 12.18, -8.48],
];

/** Sorted from the country down: each place comes after its parent. */
export const districtPlaces: readonly DistrictPlace[] = [
  place('demo-pays', 'country', 'Pays (simulé)', null),
  place('demo-region', 'region', 'Région de Koulikoro (simulée)', 'demo-pays'),
  place(DISTRICT, 'district', 'District de Kalabancoro (simulé)', 'demo-region', 12.45, -7.95),
  place(HOSPITAL, 'hospital', HOSPITAL_NAME, DISTRICT, 12.56, -8.02),
  ...centres.map(([id, name, latitude, longitude]) =>
    place(`demo-${id}`, 'health_centre', `CSCom ${name} (simulé)`, DISTRICT, latitude, longitude),
  ),
];

function place(
  id: string,
  kind: DistrictPlace['kind'],
  name: string,
  parent: string | null,
  latitude: number | null = null,
  longitude: number | null = null,
): DistrictPlace {
  return { id, kind, name, parent, latitude, longitude };
}
