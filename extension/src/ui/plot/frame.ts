/** What all plots have in common: their colours are those of the house, they fill their place, and answer no pointer. */
import type uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

export interface PlotFrame {
  /** A colour of the house, such as `--accent`. */
  colour(name: string): string;
  readonly axis: uPlot.Axis;
  readonly options: Pick<uPlot.Options, 'width' | 'legend' | 'cursor'>;
}

export function plotFrame(place: HTMLElement): PlotFrame {
  const style = getComputedStyle(place);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const line = { stroke: colour('--line'), width: 1 };
  return {
    colour,
    axis: { stroke: colour('--text-dim'), grid: line, ticks: line },
    options: {
      width: Math.max(place.clientWidth, 100),
      legend: { show: false },
      cursor: { show: false },
    },
  };
}
