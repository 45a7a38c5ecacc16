/** The cohort report in French or English, for a terminal or a printed page. */
import { classWord } from '@denba/protocols/explain/class-words';
import type { Language } from '@denba/quantities/text';
import { count } from '../output/format-number.ts';
import { textTable } from '../output/text-table.ts';
import type { CohortReport } from './cohort-report.ts';
import { qualityText } from './quality-text.ts';
import { shareText } from './share-text.ts';
import { sixMonthsText } from './six-months-text.ts';

export const reportText = (report: CohortReport, language: Language): string =>
  [
    ...headText(report, language),
    ...riskText(report, language),
    ...classText(report, language),
    ...twoWeeksText(report, language),
    ...sixMonthsText(report.atSixMonths, language),
    ...qualityText(report, language),
    ...notesText(report, language),
  ].join('\n');

const headText = (report: CohortReport, language: Language): string[] => {
  const say = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const n = (value: number): string => count(value, language);
  const { measured, protocol } = report;
  const overlays = protocol.overlays.map((overlay) => ` + ${overlay}`).join('');
  return [
    say(`Cohorte : ${report.file}`, `Cohort: ${report.file}`),
    `${protocol.title[language]} ${protocol.version}${overlays}`,
    '',
    say(
      `${n(report.infants)} nourrissons de ${n(report.mothers)} mères (${n(report.familiesWithTwins)} familles avec plusieurs enfants).`,
      `${n(report.infants)} infants of ${n(report.mothers)} mothers (${n(report.familiesWithTwins)} families with several infants).`,
    ),
    say(
      `${n(report.visitsAttended)} visites faites sur ${n(report.visitsPlanned)} prévues ; pesés ${n(measured.weight)}, mesurés ${n(measured.length)}, périmètre crânien ${n(measured.headCircumference)}, PB ${n(measured.muac)}.`,
      `${n(report.visitsAttended)} visits made of ${n(report.visitsPlanned)} planned; weight ${n(measured.weight)}, length ${n(measured.length)}, head ${n(measured.headCircumference)}, MUAC ${n(measured.muac)}.`,
    ),
  ];
};

const riskText = ({ risk, protocol }: CohortReport, language: Language): string[] => {
  const say = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const n = (value: number): string => count(value, language);
  const titles = risk.reasons.map((code) => protocol.reasonTitles[code]?.[language] ?? code);
  return [
    '',
    say('À RISQUE, par semaine de visite et motif du protocole', 'AT RISK, by visit week and reason of the protocol'),
    ...textTable(
      [
        say('Semaine', 'Week'),
        say('vus', 'seen'),
        say('pesés', 'weighed'),
        ...titles,
        say('au moins un *', 'at least one *'),
        say('entrés **', 'entered **'),
        say('sortis **', 'left **'),
      ],
      risk.weeks.map((week) => [
        String(week.week),
        n(week.attended),
        n(week.weighed),
        ...risk.reasons.map((code) => n(week.byReason[code] ?? 0)),
        shareText(week.any, language),
        week.entered.of === 0 ? '–' : `${n(week.entered.n)}/${n(week.entered.of)}`,
        week.left.of === 0 ? '–' : `${n(week.left.n)}/${n(week.left.of)}`,
      ]),
    ),
    say(
      '  *  un motif que la visite montre (les facteurs de risque, fixés à la naissance, ne comptent pas ici), parmi ceux dont',
      '  *  a reason that the visit shows (risk factors, fixed at birth, do not count here), of those whose state is known',
    ),
    say(
      "     l'état est connu : n, %, intervalle à 95 % (Wilson).",
      '     (weighed, or at risk anyway): n, %, 95 % interval (Wilson).',
    ),
    say(
      "  ** depuis le dernier état connu : devenus à risque / qui ne l'étaient pas ; sortis du risque / qui y étaient.",
      '  ** since the last known state: now at risk / of those who were not; no longer at risk / of those who were.',
    ),
    '',
    say(
      `  Au moins une fois à risque : ${shareText(risk.everAtRisk, language)} des nourrissons.`,
      `  At risk at least once: ${shareText(risk.everAtRisk, language)} of infants.`,
    ),
    say(
      `  Entrés après une première visite sans risque : ${shareText(risk.enteredAfterFirstVisit, language)}.`,
      `  Entered after a first visit without risk: ${shareText(risk.enteredAfterFirstVisit, language)}.`,
    ),
    say(
      `  À risque à un moment et plus à la dernière visite connue : ${shareText(risk.leftAndStayedOut, language)}.`,
      `  At risk at some time and no longer at the last known visit: ${shareText(risk.leftAndStayedOut, language)}.`,
    ),
  ];
};

const classText = ({ risk }: CohortReport, language: Language): string[] => {
  const titles = risk.classes.map((code) => {
    const { shape, word } = classWord(code);
    return `${shape} ${word[language]}`;
  });
  return [
    '',
    language === 'fr'
      ? 'CLASSE DU COUPLE MÈRE-NOURRISSON, avec ce qui est noté (ce qui manque ne compte jamais pour normal)'
      : 'CLASS OF THE MOTHER–INFANT PAIR, from what is recorded (what is missing never counts as normal)',
    ...textTable(
      [language === 'fr' ? 'Semaine' : 'Week', ...titles],
      risk.weeks.map((week) => [
        String(week.week),
        ...risk.classes.map((code) => count(week.byClass[code] ?? 0, language)),
      ]),
    ),
  ];
};

const twoWeeksText = ({ belowFirstWeightAtTwoWeeks: share }: CohortReport, language: Language): string[] => [
  '',
  language === 'fr' ? 'POIDS À DEUX SEMAINES' : 'WEIGHT AT TWO WEEKS',
  language === 'fr'
    ? `  Sous le poids de la première visite : ${shareText(share, language)} des ${count(share.of, language)} nourrissons pesés aux deux visites.`
    : `  Below the weight of the first visit: ${shareText(share, language)} of the ${count(share.of, language)} infants weighed at both.`,
];

const notesText = ({ dataQuality: { toReview } }: CohortReport, language: Language): string[] => {
  const cells = count(toReview, language);
  return [
    '',
    language === 'fr'
      ? 'Intervalles à 95 % de Wilson ; visites du même enfant et jumeaux ne sont pas indépendants.'
      : 'Wilson 95 % intervals; visits of the same infant and twins are not independent.',
    ...(toReview === 0
      ? []
      : [
          language === 'fr'
            ? `${cells} cellules ou lignes du fichier sont à revoir (liste sur la sortie d'erreur).`
            : `${cells} cells or rows of the file need review (listed on standard error).`,
        ]),
  ];
};
