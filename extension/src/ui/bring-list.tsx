/** Brings a list as CSV or Excel: looked at first, imported when a person has seen what it changes. */
import { useMutation } from '@tanstack/preact-query';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { BringProgress, useWatchedFile } from './bring-progress.tsx';
import { Button } from './parts/index.ts';
import { sentenceOf, type WatchedFile } from './server/index.ts';

/** A file that was looked at, for what a preview offers besides the import. */
export interface LookedFile<How> {
  readonly file: File;
  readonly isBusy: boolean;
  /** Once more, in another way. */
  lookAgain(how: How): void;
  /** As it is, in some way. */
  take(how: How): void;
}

/** `How`: what a person may say of the file, where anything may be said. */
interface Steps<Preview, Imported, How> {
  /** As it stands in a sentence: `payer list`. */
  readonly what: string;
  /** A file that is there already, beside one of the person's own. */
  readonly begin?: { readonly words: string; file(): Promise<File> } | undefined;
  look(file: File, watched: WatchedFile, how?: How): Promise<Preview>;
  take(file: File, preview: Preview, watched: WatchedFile, how?: How): Promise<Imported>;
  /** After it was taken. */
  onTaken(): void;
  /** `Imported: 12 rows.` */
  takenWords(imported: Imported): string;
  shown(preview: Preview, looked: LookedFile<How>): ComponentChildren;
  /** Behind the name of the file: how much stands in it. */
  sizeWords(preview: Preview): string;
  /** On the button; undefined where it can't be imported as it is. */
  importWords(preview: Preview): string | undefined;
}

export function BringList<Preview, Imported, How = never>(steps: Steps<Preview, Imported, How>) {
  const chooser = useRef<HTMLInputElement>(null);
  const progress = useWatchedFile();
  const focusOpener = () => chooser.current?.parentElement?.querySelector('button')?.focus();
  const [wasStopped, setStopped] = useState(false);
  // Stays while the same file is looked at once more.
  const [looked, setLooked] = useState<{ file: File; preview: Preview }>();
  const look = useMutation({
    mutationFn: async ({ file: chosen, how }: { file: File; how?: How }) => {
      // What is imported is what was looked at, whatever becomes of the file on the disk meanwhile.
      const file = new File([await chosen.arrayBuffer()], chosen.name, { type: chosen.type });
      const watched = progress.watch();
      setStopped(false);
      const preview = await steps.look(file, watched, how);
      watched.signal.throwIfAborted();
      return { file, preview };
    },
    onSuccess: setLooked,
  });
  const take = useMutation({
    mutationFn: ({ file, preview, how }: { file: File; preview: Preview; how?: How }) =>
      steps.take(file, preview, progress.watch(), how),
    onSuccess: () => {
      setLooked(undefined);
      look.reset();
      steps.onTaken();
      focusOpener();
    },
  });
  const fetched = useMutation({
    mutationFn: (from: () => Promise<File>) => from(),
    onSuccess: (file) => look.mutate({ file }),
  });
  const isBusy = fetched.isPending || look.isPending || take.isPending;
  // Before anything is changed: an import is one step, which is done or not.
  const stopLooking = () => {
    look.reset();
    progress.stop();
    setStopped(true);
    // It can be pressed again once it is drawn anew.
    requestAnimationFrame(focusOpener);
  };
  const trouble = take.error ?? look.error ?? fetched.error;
  const { what, begin } = steps;
  return (
    <div class="bring-list">
      <Button disabled={isBusy} onClick={() => chooser.current?.click()}>
        Bring a {what}
      </Button>
      {begin && (
        <Button
          disabled={isBusy}
          onClick={() => {
            take.reset();
            setLooked(undefined);
            fetched.mutate(begin.file);
          }}
        >
          {begin.words}
        </Button>
      )}
      <input
        ref={chooser}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx"
        class="for-screen-readers"
        aria-label={`${what.charAt(0).toUpperCase()}${what.slice(1)} (CSV or Excel)`}
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          take.reset();
          if (file) {
            setLooked(undefined);
            look.mutate({ file });
          }
        }}
      />
      {(look.isPending || take.isPending) && (
        <BringProgress
          share={progress.share}
          work={take.isPending ? `Storing the ${what}` : 'Reading it, and comparing it with what is there'}
          onStop={look.isPending ? stopLooking : undefined}
        />
      )}
      <p role="status" class="small">
        {look.isPending && <span class="for-screen-readers">The file is being read.</span>}
        {take.isPending && <span class="for-screen-readers">The {what} is being stored.</span>}
        {wasStopped && !isBusy && 'Stopped. Nothing is changed.'}
        {take.data && steps.takenWords(take.data)}
      </p>
      {trouble && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(trouble)}
        </p>
      )}
      {looked && (
        <Looked
          name={looked.file.name}
          size={steps.sizeWords(looked.preview)}
          importWords={steps.importWords(looked.preview)}
          isBusy={isBusy}
          onImport={() => take.mutate(looked)}
          onLeave={() => {
            setLooked(undefined);
            look.reset();
          }}
        >
          {steps.shown(looked.preview, {
            file: looked.file,
            isBusy,
            lookAgain: (how) => look.mutate({ file: looked.file, how }),
            take: (how) => take.mutate({ ...looked, how }),
          })}
        </Looked>
      )}
    </div>
  );
}

function Looked(props: {
  name: string;
  size: string;
  importWords: string | undefined;
  isBusy: boolean;
  onImport(): void;
  onLeave(): void;
  children: ComponentChildren;
}) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div class="list-preview">
      <h3 ref={title} tabIndex={-1}>
        <span class="mono">{props.name}</span>: {props.size} Nothing is changed yet.
      </h3>
      {props.children}
      <div class="section-actions">
        {props.importWords && (
          <Button kind="main" disabled={props.isBusy} onClick={props.onImport}>
            {props.importWords}
          </Button>
        )}
        <Button disabled={props.isBusy} onClick={props.onLeave}>
          Leave it
        </Button>
      </div>
    </div>
  );
}

interface Fault {
  readonly line?: number | undefined;
  readonly column?: string | undefined;
  readonly message: string;
  readonly fix: string;
}

/** `Line 3, DOB: `; nothing for what concerns the whole file. */
function placeOf(line: number | undefined, column: string | undefined): string {
  const place = [line !== undefined && `Line ${line}`, column].filter(Boolean).join(', ');
  return place === '' ? '' : `${place}: `;
}

/** Where each stands, what is wrong and what to write; `count` of them in all. */
export function Faults({ faults, count }: { faults: readonly Fault[]; count: number }) {
  return (
    <>
      <ul>
        {faults.map(({ line, column, message, fix }) => (
          <li key={`${line} ${column} ${message}`}>
            {placeOf(line, column)}
            {message} {fix}
          </li>
        ))}
      </ul>
      {count > faults.length && (
        <p class="dim">… and {(count - faults.length).toLocaleString('en-US')} more.</p>
      )}
    </>
  );
}
