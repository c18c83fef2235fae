/** The place of a plot, which is drawn again where the colours or the room change; words beside it say the same. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type uPlot from 'uplot';

/** `draw` is called anew where it is another function; `height`: where the class does not say it. */
export function Plotted(props: { class: string; height?: number; draw(place: HTMLElement): uPlot }) {
  const { draw } = props;
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
    const plot = draw(place.current);
    const fit = new ResizeObserver(([entry]) => {
      if (entry) plot.setSize({ width: Math.floor(entry.contentRect.width), height: plot.height });
    });
    fit.observe(place.current);
    return () => {
      fit.disconnect();
      plot.destroy();
    };
  }, [draw, scheme]);
  return (
    <div
      ref={place}
      class={props.class}
      aria-hidden="true"
      style={props.height === undefined ? undefined : { height: `${props.height}px` }}
    />
  );
}
