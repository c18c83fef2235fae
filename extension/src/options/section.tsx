/** One titled part of the options page. */
import type { SetupStep } from '@claimside/shared/setup';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export function Section(props: {
  title: string;
  /** To be led to. */
  at?: SetupStep['section'];
  intro?: string;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section id={props.at} class="section" aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      {props.intro && <p class="dim intro">{props.intro}</p>}
      {props.children}
    </section>
  );
}
