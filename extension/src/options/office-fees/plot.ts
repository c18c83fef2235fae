/** Draws the share of a month as steps, with the threshold as a line. */
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { type Day, sharesOf } from './shares.ts';

const HEIGHT = 160;

export function drawShare(
  place: HTMLElement,
  ofMonth: readonly Day[],
  month: string,
  threshold: number | null,
): uPlot {
  const { days, shares } = sharesOf(ofMonth, month);
  const style = getComputedStyle(place);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const [text, line, mark] = [colour('--text-dim'), colour('--line'), colour('--accent')];
  const axis = { stroke: text, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } };
  const stepped = uPlot.paths.stepped?.({ align: 1 });
  return new uPlot(
    {
      width: Math.max(place.clientWidth, 100),
      height: HEIGHT,
      legend: { show: false },
      cursor: { show: false },
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
