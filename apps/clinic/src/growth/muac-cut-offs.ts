/**
 * The protocol's cut-offs of MUAC as lines of the chart, from the least age at which MUAC is measured to six months.
 */
import type { CutOff } from '@denba/kit/growth-chart/growth-chart';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';

/** `label` gives the text for a cut-off in millimetres. Returns `[]` when the protocol lacks one of the parameters. */
export const muacCutOffs = (
  { parameters }: Pick<CompiledProtocol, 'parameters'>,
  label: (mm: number) => string,
): readonly CutOff[] => {
  const value = (name: string): number | null => {
    const found = parameters.find((parameter) => parameter.name === name)?.value;
    return typeof found === 'number' ? found : null;
  };
  const [from, change, to] = [value('muac_min_age_days'), value('muac_switch_days'), value('exit_days')];
  const [early, late] = [value('muac_cut_early_mm'), value('muac_cut_late_mm')];
  if (from === null || change === null || to === null || early === null || late === null) return [];
  if (early === late) return [{ y: early, label: label(early), from, to }];
  return [
    { y: early, label: label(early), from, to: change },
    { y: late, label: label(late), from: change, to },
  ];
};
