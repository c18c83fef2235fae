/** Takes something back, asked once more as it moves money; what stands in the way is said. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/parts/index.ts';
import { sentenceOf } from '../ui/server/index.ts';
import { focusSoon } from './focus-soon.ts';
import { GuardedButton } from './guarded-press.tsx';

export function AskedOnceMore(props: {
  /** Names what is taken back. */
  what: string;
  words: string;
  isPending: boolean;
  error: unknown;
  onPress(): void;
  onLeave(): void;
  /** Fields that say how much, or when. */
  children?: ComponentChildren;
}) {
  const { what, isPending, error } = props;
  const [isAsked, setAsked] = useState(false);
  const asking = useRef<HTMLFieldSetElement>(null);
  const opener = useId();
  useEffect(() => {
    if (isAsked) asking.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [isAsked]);
  const leave = () => {
    setAsked(false);
    props.onLeave();
    focusSoon(opener);
  };
  if (!isAsked)
    return (
      <Button id={opener} class="small" aria-label={`Take it back: ${what}`} onClick={() => setAsked(true)}>
        Take it back
      </Button>
    );
  return (
    <fieldset
      ref={asking}
      class="way take-back"
      aria-label={`Take back: ${what}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        leave();
      }}
    >
      <p class="small">{props.words}</p>
      {props.children}
      <div class="actions">
        <GuardedButton form={asking} disabled={isPending} onPress={props.onPress}>
          {isPending ? 'Taking it back' : 'Take it back'}
        </GuardedButton>
        <Button kind="quiet" onClick={leave}>
          Leave it
        </Button>
      </div>
      {error !== null && error !== undefined && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(error)}
        </p>
      )}
    </fieldset>
  );
}
