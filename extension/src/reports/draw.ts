/** Draws what months, ages or payers come to: lines with their points, or bars one upon the other, upright or lying. */
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
  readonly kind: 'lines' | 'bars' | 'lying-bars';
  /** Of each place along the bottom; of lying bars, from the top down. */
  readonly names: readonly string[];
  /** Of bars the first is the one behind. */
  readonly series: readonly Series[];
  /** The highest value that there can be; else by what is there. */
  readonly most?: number;
  words(value: number): string;
}

const HEIGHT = 200;

/** Of lying bars: a name may be long, and each has a line of its own. */
const LINE = 28;
const NAMES = { most: 240, share: 0.4 } as const;
const FONT = '12px system-ui, sans-serif';

export const heightOf = ({ kind, names }: Figures): number =>
  kind === 'lying-bars' ? names.length * LINE + 40 : HEIGHT;

export function draw(place: HTMLElement, figures: Figures): uPlot {
  const { kind, names, series, most, words } = figures;
  const { colour, axis, options } = plotFrame(place);
  const isLying = kind === 'lying-bars';
  const bars = uPlot.paths.bars?.({ size: [0.6, isLying ? 16 : 60] });
  const highest =
    most ?? Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))) * 1.08;
  return new uPlot(
    {
      ...options,
      height: heightOf(figures),
      scales: {
        x: {
          time: false,
          range: [-0.5, names.length - 0.5],
          ...(isLying && ({ ori: 1, dir: -1 } as const)),
        },
        y: { range: [0, highest], ...(isLying && { ori: 0 as const }) },
      },
      axes: [
        isLying
          ? {
              ...axis,
              side: 3,
              grid: { show: false },
              font: FONT,
              size: (plot) => roomForNames(plot),
              splits: () => names.map((_, at) => at),
              values: (plot) => names.map((name) => fitted(name, roomForNames(plot) - 20)),
            }
          : {
              ...axis,
              grid: { show: false },
              size: 30,
              space: 56,
              incrs: [1, 2, 3, 6, 12],
              values: (_, splits) => splits.map((at) => names[at] ?? ''),
            },
        isLying
          ? { ...axis, side: 2, size: 30, space: 72, values: (_, splits) => splits.map(words) }
          : { ...axis, size: 72, values: (_, splits) => splits.map(words) },
      ],
      series: [
        {},
        ...series.map(({ label, colour: name, dash }) => ({
          label,
          stroke: colour(name),
          width: 2,
          ...(dash && { dash: [...dash] }),
          ...(kind !== 'lines'
            ? { fill: colour(name), width: 0, points: { show: false }, ...(bars && { paths: bars }) }
            : { points: { show: true, size: 6, fill: colour(name) } }),
        })),
      ],
    },
    [names.map((_, at) => at), ...series.map(({ values }) => [...values])],
    place,
  );
}

const roomForNames = ({ width }: uPlot): number => Math.min(NAMES.most, Math.floor(width * NAMES.share));

/** As much of a name as there is room for, in points of the page. */
function fitted(name: string, room: number): string {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return name;
  context.font = FONT;
  const isFit = (text: string) => context.measureText(text).width <= room;
  if (isFit(name)) return name;
  let end = name.length - 1;
  while (end > 1 && !isFit(`${name.slice(0, end)}…`)) end -= 1;
  return `${name.slice(0, end).trimEnd()}…`;
}
