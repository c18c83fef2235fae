/** A plot with what its lines mean. The table beside it says the same. */
import { useCallback } from 'preact/hooks';
import { Plotted } from '../ui/plot/index.ts';
import { draw, type Figures, heightOf } from './draw.ts';

export function Plot({ figures }: { figures: Figures }) {
  const drawFigures = useCallback((place: HTMLElement) => draw(place, figures), [figures]);
  return (
    <div aria-hidden="true">
      <p class="report-legend small dim">
        {figures.series.map(({ label, colour, dash }) => (
          <span key={label}>
            <i class={dash ? 'dashed' : ''} style={{ borderColor: `var(${colour})` }} />
            {label}
          </span>
        ))}
      </p>
      <Plotted class="report-plot" height={heightOf(figures)} draw={drawFigures} />
    </div>
  );
}
