/** What was opened from a list, in the list's place: a way back that has the focus at first unless a field has, by Escape too; then the row has it again. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/parts/index.ts';

/** What is being corrected, typed in or written is not left by a key. */
const AT_WORK = '.correct, .typing, textarea';

/** `backId` is the button's, whose words are `backTo`. */
export function Opened(props: {
  backId: string;
  backTo: string;
  onBack(): void;
  children: ComponentChildren;
}) {
  const { backId, onBack } = props;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A form that begins with a field has it already.
    if (!place.current?.contains(document.activeElement)) document.getElementById(backId)?.focus();
  }, [backId]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anywhere in it
    <div
      ref={place}
      class="opened"
      onKeyDown={(event) => {
        const isAtWork = event.target instanceof Element && event.target.closest(AT_WORK);
        if (event.key !== 'Escape' || isAtWork) return;
        event.stopPropagation();
        onBack();
      }}
    >
      <Button id={backId} kind="quiet" icon="back" onClick={onBack}>
        {props.backTo}
      </Button>
      {props.children}
    </div>
  );
}

/**
 * Gives the focus back to what was opened once nothing is open any more. `openedId`: the element's id, while it is open. `elseId`:
 * of what may have taken it in meanwhile.
 */
export function useFocusBack(openedId: string | undefined, elseId?: string): void {
  const last = useRef<string>();
  useEffect(() => {
    if (openedId === undefined && last.current !== undefined) {
      const opener = document.getElementById(last.current);
      (opener ?? document.getElementById(elseId ?? ''))?.focus();
    }
    last.current = openedId;
  }, [openedId, elseId]);
}
