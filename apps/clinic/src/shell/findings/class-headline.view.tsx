/**
 * The class of the pair in large: colour, shape and word; hatched, with "at least", while essentials are unanswered.
 */
import { ClassBadge } from '@denba/kit/notices/class-badge.view';
import type { EmergingFindings } from '@denba/protocols/care/findings/emerging-findings';
import { classCodeOf } from './class-code.ts';

type Props = {
  readonly findings: Pick<EmergingFindings, 'pairClass' | 'headline'>;
  readonly size?: 'small' | 'large';
};

export const ClassHeadline = ({ findings, size = 'large' }: Props) => {
  const { pairClass, headline } = findings;
  const code = classCodeOf(pairClass) ?? 'incomplete';
  if (!headline.floor) return <ClassBadge code={code} shape={headline.shape} word={headline.text} size={size} />;
  return <ClassBadge code="incomplete" shape={headline.shape} word={headline.text} size={size} floor={code} />;
};
