/** What was done, said where the form or row was that is gone with it. */
import { useRef, useState } from 'preact/hooks';

/** Give `status` to the element that says `said`. */
export function useSaid() {
  const [said, setSaid] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  const say = (words: string) => {
    setSaid(words);
    // The button that was pressed may be gone, and the focus with it.
    setTimeout(() => document.activeElement === document.body && status.current?.focus());
  };
  return { said, say, status };
}
