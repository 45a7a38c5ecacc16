/**
 * Names, places and telephones of the demonstration centre. All are invented: the telephones begin with 00, so that
 * none of them reaches anybody.
 */
import type { Random } from './random.ts';

export const mothersNames = [
  'Aminata',
  'Fatoumata',
  'Mariam',
  'Kadiatou',
  'Awa',
  'Oumou',
  'Assitan',
  'Djénéba',
  'Rokia',
  'Salimata',
  'Nana',
  'Bintou',
  'Hawa',
  'Ramata',
  'Sira',
  'Korotoumou',
  'Maïmouna',
  'Safiatou',
  'Ténin',
  'Sitan',
  'Founè',
  'Nassira',
  'Aïssata',
  'Kani',
  'Nièba',
  'Djélika',
  'Coumba',
  'Sétou',
  'Minata',
  'Astan',
  'Alimata',
  'Saran',
  'Nakani',
  'Wassa',
  'Tata',
  'Mamou',
] as const;

export const familyNames = [
  'Traoré',
  'Coulibaly',
  'Diarra',
  'Keïta',
  'Konaté',
  'Sidibé',
  'Diallo',
  'Sangaré',
  'Touré',
  'Cissé',
  'Camara',
  'Dembélé',
  'Koné',
  'Maïga',
  'Doumbia',
  'Sissoko',
  'Samaké',
  'Bagayoko',
  'Kanté',
  'Fofana',
  'Diakité',
  'Ballo',
  'Sylla',
  'Togola',
  'Sogoba',
  'Mariko',
  'Niaré',
] as const;

export const boysNames = [
  'Moussa',
  'Amadou',
  'Ibrahim',
  'Seydou',
  'Bakary',
  'Souleymane',
  'Mamadou',
  'Abdoulaye',
  'Oumar',
  'Boubacar',
  'Modibo',
  'Drissa',
  'Cheick',
  'Issa',
  'Yacouba',
  'Sékou',
  'Daouda',
  'Karim',
  'Salif',
  'Youssouf',
  'Siaka',
  'Zoumana',
  'Kassim',
  'Bourama',
] as const;

export const girlsNames = [
  'Fanta',
  'Aïcha',
  'Mariétou',
  'Kadidia',
  'Oumou',
  'Assétou',
  'Djénébou',
  'Rokiatou',
  'Nafissatou',
  'Hawa',
  'Sirantou',
  'Maïmouna',
  'Ténimba',
  'Adama',
  'Yah',
  'Bintou',
  'Ramatoulaye',
  'Sali',
  'Nènè',
  'Coumba',
  'Wassa',
  'Mah',
] as const;

export const grandmothersNames = ['Nah', 'Bakôrôba', 'Sanaba', 'Mama'] as const;

/** Villages of one health area, with the minutes to the centre and the community health worker of each. */
export const villages = [
  { name: 'Sanankoroba', minutes: 10, worker: 'ASC Adama Samaké' },
  { name: 'Kabé', minutes: 35, worker: 'ASC Adama Samaké' },
  { name: 'Banankoro', minutes: 50, worker: 'ASC Fatim Doumbia' },
  { name: 'Dialakoroba', minutes: 75, worker: 'ASC Lassine Traoré' },
  { name: 'Kola', minutes: 40, worker: 'ASC Fatim Doumbia' },
  { name: 'Tadianabougou', minutes: 60, worker: 'ASC Lassine Traoré' },
  { name: 'Digato', minutes: 25, worker: 'ASC Adama Samaké' },
  { name: 'Falani', minutes: 90, worker: 'ASC Lassine Traoré' },
  { name: 'Siéné', minutes: 55, worker: 'ASC Fatim Doumbia' },
  { name: 'Diatoula', minutes: 30, worker: 'ASC Adama Samaké' },
] as const;

/** A number 00 0d dd dd: international calls begin with 00, and no country code begins with 0, so it reaches nobody. */
export const telephone = (random: Random): string => {
  const pair = (): string => String(random.whole(100)).padStart(2, '0');
  return `00 0${random.whole(10)} ${pair()} ${pair()}`;
};
