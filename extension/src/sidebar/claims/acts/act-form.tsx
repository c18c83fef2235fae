/** The frame of a form about a claim: what it does, its fields, the press, the way back, and what went wrong. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/parts/index.ts';
import { sentenceOf } from '../../../ui/server/index.ts';
import { GuardedButton } from '../../guarded-press.tsx';

export function ActForm(props: {
  /** What the form is called. */
  title: string;
  words: ComponentChildren;
  /** On the button. */
  verb: string;
  isPending: boolean;
  error: unknown;
  onPress(): void;
  onBack(): void;
  children?: ComponentChildren;
}) {
  const form = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  // The button that brought it here is gone, and the focus with it.
  useEffect(() => title.current?.focus(), []);
  return (
    <section ref={form} class="decide act" aria-label={props.title}>
      <h2 ref={title} tabIndex={-1}>
        {props.title}
      </h2>
      <p>{props.words}</p>
      {props.children}
      <div class="actions">
        <GuardedButton form={form} disabled={props.isPending} onPress={props.onPress}>
          {props.isPending ? 'Writing it down' : props.verb}
        </GuardedButton>
        <Button kind="quiet" onClick={props.onBack}>
          Back
        </Button>
      </div>
      {props.error !== null && props.error !== undefined && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(props.error)}
        </p>
      )}
    </section>
  );
}
