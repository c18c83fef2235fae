/** A letter to look over, copy and print; what it says is never sent by itself. */
import { useState } from 'preact/hooks';
import { Button, CopyButton } from '../../../ui/parts/index.ts';

export function Letter(props: { label: string; text: string; onChange(text: string): void }) {
  const [isPrinting, setPrinting] = useState(false);
  const print = () => {
    setPrinting(true);
    // Drawn before the browser takes its picture of the page.
    requestAnimationFrame(() => {
      window.print();
      setPrinting(false);
    });
  };
  return (
    <div class="letter">
      <textarea
        class="input mono"
        aria-label={props.label}
        rows={14}
        spellcheck
        value={props.text}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
      <div class="actions">
        <Button class="small" onClick={print}>
          Print
        </Button>
        <CopyButton text={props.text} what="the text" />
      </div>
      {isPrinting && (
        <pre class="printed" aria-hidden="true">
          {props.text}
        </pre>
      )}
    </div>
  );
}
