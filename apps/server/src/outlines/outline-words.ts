/** What may be wrong with outlines, in words, and what to do about it. */
import type { Text } from '@denba/quantities/text';

export type OutlineProblem = {
  /** Number of the feature in the file, from 1; `null`: the problem is of the whole file. */
  readonly number: number | null;
  readonly problem: Text;
  readonly remedy: Text;
};

const words = {
  'not-json': [
    { fr: "Ce texte n'est pas du GeoJSON.", en: 'This text is not GeoJSON.' },
    {
      fr: 'Exportez la carte en « GeoJSON » et collez tout le fichier, de la première accolade à la dernière.',
      en: 'Export the map as “GeoJSON” and paste the whole file, from the first brace to the last.',
    },
  ],
  'not-collection': [
    { fr: "Ce n'est pas une « FeatureCollection ».", en: 'This is not a “FeatureCollection”.' },
    {
      fr: 'Exportez la couche entière, et non une seule forme.',
      en: 'Export the whole layer, and not a single shape.',
    },
  ],
  empty: [
    { fr: 'Le fichier ne contient aucune forme.', en: 'The file has no shape.' },
    { fr: "Vérifiez que la couche n'est pas filtrée.", en: 'Check that the layer is not filtered.' },
  ],
  'too-many': [
    { fr: 'Il y a plus de 2 000 formes.', en: 'There are more than 2,000 shapes.' },
    { fr: 'Importez région par région.', en: 'Import region by region.' },
  ],
  'too-many-points': [
    { fr: 'Il y a plus de 300 000 points.', en: 'There are more than 300,000 points.' },
    {
      fr: 'Simplifiez la couche, à 50 mètres par exemple, puis recommencez.',
      en: 'Simplify the layer, to 50 metres for instance, and try again.',
    },
  ],
  'not-polygon': [
    { fr: "Cette forme n'est pas un contour fermé.", en: 'This shape is not a closed outline.' },
    {
      fr: 'Il faut un « Polygon » ou un « MultiPolygon », chaque anneau de quatre points au moins.',
      en: 'It takes a “Polygon” or a “MultiPolygon”, each ring of four points at least.',
    },
  ],
  'not-closed': [
    {
      fr: "Un anneau de cette forme n'est pas fermé : son dernier point n'est pas son premier.",
      en: 'A ring of this shape is not closed: its last point is not its first.',
    },
    {
      fr: 'Fermez-le dans la carte, puis exportez à nouveau.',
      en: 'Close it on the map, then export again.',
    },
  ],
  'not-degrees': [
    { fr: 'Ces coordonnées ne sont pas des degrés.', en: 'These coordinates are not degrees.' },
    {
      fr: 'Exportez en WGS 84 (EPSG:4326) : longitude, puis latitude.',
      en: 'Export as WGS 84 (EPSG:4326): longitude, then latitude.',
    },
  ],
  far: [
    {
      fr: "Ce contour est loin des positions connues de ce lieu et de ce qu'il contient.",
      en: 'This outline lies far from the known positions of this place and of what is in it.',
    },
    {
      fr: 'En GeoJSON la longitude vient avant la latitude. Corrigez la couche, ou les positions des lieux.',
      en: 'In GeoJSON longitude comes before latitude. Correct the layer, or the positions of the places.',
    },
  ],
  'no-name': [
    { fr: 'On ne sait pas de quel lieu est cette forme.', en: 'It is not known which place this shape is of.' },
    {
      fr: 'Donnez-lui une propriété « code », « id » ou « dhis2_uid ».',
      en: 'Give it a property “code”, “id” or “dhis2_uid”.',
    },
  ],
  'no-place': [
    {
      fr: "Aucun lieu que vous gérez n'a ce code, cet identifiant ni cet identifiant DHIS2.",
      en: 'No place that you manage has this code, id or DHIS2 identifier.',
    },
    {
      fr: 'Corrigez le code dans la couche, ou ajoutez le lieu. Les codes sont dans « Exporter la liste ».',
      en: 'Correct the code in the layer, or add the place. The codes are in “Export the list”.',
    },
  ],
  twice: [
    { fr: 'Ce lieu a déjà une forme dans le fichier.', en: 'This place has a shape in the file already.' },
    { fr: 'Réunissez ses formes en une seule.', en: 'Join its shapes into one.' },
  ],
} as const satisfies Readonly<Record<string, readonly [problem: Text, remedy: Text]>>;

export const outlineProblem = (what: keyof typeof words, number: number | null): OutlineProblem => {
  const [problem, remedy] = words[what];
  return { number, problem, remedy };
};
