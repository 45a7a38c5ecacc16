/** The text that says where the audit chain of a place breaks. */
import type { Language, Text } from '@denba/quantities/text';
import type { EveryAudit } from '@denba/server/audit/verify-every-audit';

type AuditProblem = EveryAudit['problems'][number];

const kinds: Readonly<Record<AuditProblem['kind'], Text>> = {
  altered: { fr: "la ligne n'est pas celle qui a été écrite", en: 'the line is not the one that was written' },
  missing: { fr: 'la ligne manque', en: 'the line is missing' },
  head: { fr: 'des lignes ont été ôtées à la fin', en: 'lines were taken off the end' },
};

export const auditProblemText = ({ place, position, kind }: AuditProblem, language: Language): string =>
  language === 'fr'
    ? `${place}, ligne ${position} : ${kinds[kind].fr}`
    : `${place}, line ${position}: ${kinds[kind].en}`;
