/** What a view shows while it has nothing to show: loading, empty, failed. */
import type { ComponentChildren } from 'preact';
import { sentenceOf } from '../server/problems.ts';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './status.tsx';
import { TONE_ICONS } from './status.tsx';

/** Appears after 200 ms, so that quick answers don't flicker. */
export function Loading({ what }: { what: string }) {
  return (
    <div class="skeleton" role="status">
      <span class="for-screen-readers">Loading {what}</span>
      {[1, 2, 3, 4, 5].map((row) => (
        <span key={row} aria-hidden="true" />
      ))}
    </div>
  );
}

/** A calm sentence about why nothing is here, and what to do. */
export function Notice(props: { title: string; children?: ComponentChildren; actions?: ComponentChildren }) {
  return (
    <section class="state">
      <h2>{props.title}</h2>
      {props.children}
      {props.actions && <div class="actions">{props.actions}</div>}
    </section>
  );
}

export function Failed({ error, onRetry }: { error: unknown; onRetry(): void }) {
  return (
    <section class="state" role="alert">
      <p>{sentenceOf(error)}</p>
      <Button icon="retry" onClick={onRetry}>
        Try again
      </Button>
    </section>
  );
}

/** A line across the view, for something true of all of it. */
export function Banner(props: {
  tone: Tone;
  children: ComponentChildren;
  action?: ComponentChildren;
  icon?: IconName;
}) {
  return (
    <div class={`banner tone-${props.tone}`} role={props.tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={props.icon ?? TONE_ICONS[props.tone]} />
      <p>{props.children}</p>
      {props.action}
    </div>
  );
}
