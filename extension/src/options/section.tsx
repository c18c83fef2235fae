/** One titled part of the options page. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export function Section(props: { title: string; intro?: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      {props.intro && <p class="dim intro">{props.intro}</p>}
      {props.children}
    </section>
  );
}
