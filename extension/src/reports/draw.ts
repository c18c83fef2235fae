/** Draws what months or ages come to: lines with their points, or bars one upon the other. */
import uPlot from 'uplot';
import { plotFrame } from '../ui/plot/index.ts';

export interface Series {
  readonly label: string;
  /** A colour of the house, `--accent`. */
  readonly colour: string;
  readonly dash?: readonly number[];
  /** Null where nothing can be said. */
  readonly values: readonly (number | null)[];
}

export interface Figures {
  readonly kind: 'lines' | 'bars';
  /** Of each place along the bottom. */
  readonly names: readonly string[];
  /** Of bars the first is the one behind. */
  readonly series: readonly Series[];
  /** The highest value that there can be; else by what is there. */
  readonly most?: number;
  words(value: number): string;
}

const HEIGHT = 200;

export function draw(place: HTMLElement, { kind, names, series, most, words }: Figures): uPlot {
  const { colour, axis, options } = plotFrame(place);
  const bars = uPlot.paths.bars?.({ size: [0.6, 60] });
  const highest =
    most ?? Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))) * 1.08;
  return new uPlot(
    {
      ...options,
      height: HEIGHT,
      scales: { x: { time: false, range: [-0.5, names.length - 0.5] }, y: { range: [0, highest] } },
      axes: [
        {
          ...axis,
          grid: { show: false },
          size: 30,
          space: 56,
          incrs: [1, 2, 3, 6, 12],
          values: (_, splits) => splits.map((at) => names[at] ?? ''),
        },
        { ...axis, size: 72, values: (_, splits) => splits.map(words) },
      ],
      series: [
        {},
        ...series.map(({ label, colour: name, dash }) => ({
          label,
          stroke: colour(name),
          width: 2,
          ...(dash && { dash: [...dash] }),
          ...(kind === 'bars'
            ? { fill: colour(name), width: 0, points: { show: false }, ...(bars && { paths: bars }) }
            : { points: { show: true, size: 6, fill: colour(name) } }),
        })),
      ],
    },
    [names.map((_, at) => at), ...series.map(({ values }) => [...values])],
    place,
  );
}
