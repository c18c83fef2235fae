/** How far a file is that is brought: how much of it has left; then that it is worked on, as nobody knows how long. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from './parts/index.ts';
import type { WatchedFile } from './server/index.ts';

interface Watching {
  /** Of the file, from 0 to 1, that the server has. */
  readonly share: number;
  /** Begins anew, for a file that is sent; what was sent before is not waited for any more. */
  watch(): WatchedFile;
  stop(): void;
}

/** One file at a time; what is still on its way is stopped where the view is left. */
export function useWatchedFile(): Watching {
  const [share, setShare] = useState(0);
  const stopper = useRef<AbortController>();
  const stop = () => stopper.current?.abort();
  useEffect(() => () => stopper.current?.abort(), []);
  return {
    share,
    stop,
    watch: () => {
      stopper.current?.abort();
      stopper.current = new AbortController();
      setShare(0);
      return { onSent: setShare, signal: stopper.current.signal };
    },
  };
}

export function BringProgress(props: {
  share: number;
  /** What the server does once it has the file. */
  work: string;
  /** Where nothing is changed by it yet. */
  onStop: (() => void) | undefined;
}) {
  const isSending = props.share < 1;
  const words = isSending ? 'Sending the file' : props.work;
  return (
    <div class="bring-progress">
      <progress aria-label={words} {...(isSending && { max: 1, value: props.share })} />
      <p class="small">{words}</p>
      {props.onStop && (
        <Button class="small" onClick={props.onStop}>
          Stop
        </Button>
      )}
    </div>
  );
}
