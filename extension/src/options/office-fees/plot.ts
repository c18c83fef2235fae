/** Draws the share of a month as steps, with the threshold as a line. */
import uPlot from 'uplot';
import { plotFrame } from '../../ui/plot/index.ts';
import { type Day, sharesOf } from './shares.ts';

const HEIGHT = 160;

export function drawShare(
  place: HTMLElement,
  ofMonth: readonly Day[],
  month: string,
  threshold: number | null,
): uPlot {
  const { days, shares } = sharesOf(ofMonth, month);
  const { colour, axis, options } = plotFrame(place);
  const [text, mark] = [colour('--text-dim'), colour('--accent')];
  const stepped = uPlot.paths.stepped?.({ align: 1 });
  return new uPlot(
    {
      ...options,
      height: HEIGHT,
      scales: { x: { time: false }, y: { range: [0, 100] } },
      axes: [
        { ...axis, size: 30, incrs: [1, 2, 5, 10] },
        { ...axis, size: 64, values: (_, splits) => splits.map((value) => `${value} %`) },
      ],
      series: [
        {},
        {
          label: 'Non-par',
          stroke: mark,
          width: 2,
          points: { show: true, size: 5, fill: mark },
          ...(stepped && { paths: stepped }),
        },
        { label: 'Threshold', stroke: text, width: 1, dash: [4, 4], points: { show: false } },
      ],
    },
    [days, shares, days.map(() => (threshold === null ? null : threshold * 100))],
    place,
  );
}
