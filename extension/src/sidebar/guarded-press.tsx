/** The one way for an act that sends or cancels: a true press by a person, on a button that was seen uncovered before. */
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Icon } from '../ui/parts/index.ts';
import { useSeenUncovered } from './seen-uncovered.ts';

export interface GuardedPress {
  /** False while a press would not count. */
  readonly isSeen: boolean;
  /** The last press did not count, as the page covered the element. */
  readonly wasHidden: boolean;
  press(event: Event): void;
}

/** `act` runs on a trusted event only, and only while `element` is in sight. */
export function useGuardedPress(element: RefObject<HTMLElement>, act: () => void): GuardedPress {
  const isSeen = useSeenUncovered(element);
  const [wasHidden, setHidden] = useState(false);
  const press = (event: Event) => {
    if (!event.isTrusted) return;
    setHidden(!isSeen);
    if (isSeen) act();
  };
  return { isSeen, wasHidden, press };
}

/** A button for such an act. */
export function GuardedButton(props: {
  kind?: 'normal' | 'quiet';
  disabled?: boolean;
  /** Enter in a field of this form presses it. */
  form?: RefObject<HTMLElement>;
  onPress(): void;
  children: ComponentChildren;
}) {
  const place = useRef<HTMLSpanElement>(null);
  const { isSeen, wasHidden, press } = useGuardedPress(place, props.onPress);
  useEnterOf(props.form, (event) => !props.disabled && press(event));
  return (
    <>
      <span ref={place}>
        <Button
          kind={props.kind ?? 'normal'}
          disabled={props.disabled}
          aria-disabled={isSeen ? undefined : 'true'}
          onClick={press}
        >
          {props.children}
        </Button>
      </span>
      {wasHidden && <PressHidden />}
    </>
  );
}

/** In a field of one line: elsewhere Enter has another meaning. */
function useEnterOf(form: RefObject<HTMLElement> | undefined, press: (event: Event) => void): void {
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    const place = form?.current;
    const enter = (event: KeyboardEvent) => {
      const isField = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
      if (event.key !== 'Enter' || event.repeat || event.ctrlKey || event.altKey || !isField) return;
      event.preventDefault();
      latest.current(event);
    };
    place?.addEventListener('keydown', enter);
    return () => place?.removeEventListener('keydown', enter);
  }, [form]);
}

/** Said when a press did not count. */
export function PressHidden() {
  return (
    <p class="finding tone-warning" role="alert">
      <Icon name="warning" />
      <span>
        Not done: the page covered this button just before the press. Press once more, or use Chrome’s side
        panel.
      </span>
    </p>
  );
}
