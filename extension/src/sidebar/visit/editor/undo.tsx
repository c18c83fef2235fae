/** Takes values away so that they can be brought back: says so where they stood, and takes the focus that is lost there. */
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, IconButton } from '../../../ui/parts/index.ts';
import { type Cleared, clearValues, restoreValues } from '../clear.ts';
import { useVisitTools } from '../visit-context.tsx';

export interface Removal {
  /** Sets each path to its value; `back` is where to go when it is undone. */
  remove(name: string, values: Readonly<Record<string, unknown>>, back: string): void;
  /** Something else was done here since. */
  forget(): void;
  /** What is said of the last removal, until then. */
  readonly said: VNode | null;
}

export function useRemoval(): Removal {
  const { form, update, goTo } = useVisitTools();
  const [removed, setRemoved] = useState<{ name: string; cleared: Cleared; back: string }>();
  return {
    remove: (name, values, back) => {
      const { form: without, cleared } = clearValues(form, values);
      update(() => without);
      setRemoved({ name, cleared, back });
    },
    forget: () => setRemoved(undefined),
    said: removed ? (
      <Undo
        name={removed.name}
        onUndo={() => {
          update((form) => restoreValues(form, removed.cleared));
          setRemoved(undefined);
          goTo(removed.back);
        }}
        onDismiss={() => setRemoved(undefined)}
      />
    ) : null,
  };
}

function Undo(props: { name: string; onUndo(): void; onDismiss(): void }) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => line.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={line} class="undo" role="status">
      <p>{props.name} removed.</p>
      <Button class="small" icon="retry" onClick={props.onUndo}>
        Undo
      </Button>
      <IconButton label="Dismiss" icon="close" onClick={props.onDismiss} />
    </div>
  );
}
