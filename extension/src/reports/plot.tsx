/** A plot with what its lines mean. It is drawn again where the colours or the room change; the table beside it says the same. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { draw, type Plotted } from './draw.ts';

export function Plot({ plotted }: { plotted: Plotted }) {
  const place = useRef<HTMLDivElement>(null);
  const [scheme, setScheme] = useState(0);
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const changed = () => setScheme((count) => count + 1);
    dark.addEventListener('change', changed);
    return () => dark.removeEventListener('change', changed);
  }, []);
  useEffect(() => {
    if (!place.current) return;
    const plot = draw(place.current, plotted);
    const fit = new ResizeObserver(([entry]) => {
      if (entry) plot.setSize({ width: Math.floor(entry.contentRect.width), height: plot.height });
    });
    fit.observe(place.current);
    return () => {
      fit.disconnect();
      plot.destroy();
    };
  }, [plotted, scheme]);
  return (
    <div aria-hidden="true">
      <p class="report-legend small dim">
        {plotted.series.map(({ label, colour, dash }) => (
          <span key={label}>
            <i class={dash ? 'dashed' : ''} style={{ borderColor: `var(${colour})` }} />
            {label}
          </span>
        ))}
      </p>
      <div ref={place} class="report-plot" />
    </div>
  );
}
