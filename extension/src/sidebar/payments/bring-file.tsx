/** Takes an 835 from elsewhere, chosen or dropped here, and says what became of it. */
import type { BroughtFile, InboundFile } from '@claimside/shared/api';
import { useMutation } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Icon, type IconName, type Tone } from '../../ui/parts/index.ts';
import { sentenceOf, useFiles, useServer } from '../../ui/server/index.ts';
import { becameOf } from './became-of.ts';
import { useAfresh } from './use-afresh.ts';

/** `posted`: what was typed in since, after which nothing is said of a file that came before. */
export function BringFile(props: { posted: string | undefined; onBegin(): void }) {
  const { posted, onBegin } = props;
  const server = useServer();
  const afresh = useAfresh();
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const bring = useMutation({
    mutationFn: (file: File) => server.bringFile(file),
    onSettled: afresh,
  });
  useEffect(() => {
    if (posted !== undefined) bring.reset();
  }, [posted, bring.reset]);
  const take = (files: FileList | null | undefined) => {
    const [file] = files ?? [];
    if (!file || bring.isPending) return;
    onBegin();
    bring.mutate(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file can be dropped here, or chosen with the button
    <div
      class={`bring ${isOver ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.isTrusted) take(event.dataTransfer?.files);
      }}
    >
      <Button disabled={bring.isPending} onClick={() => chooser.current?.click()}>
        {bring.isPending ? 'Reading the file' : 'Bring a remittance file'}
      </Button>
      <input
        ref={chooser}
        type="file"
        class="for-screen-readers"
        aria-label="Remittance file (835)"
        tabIndex={-1}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      <span class="dim small">or drop an 835 here, such as one of a payer’s portal</span>
      {bring.data && <Outcome file={bring.data} />}
      {bring.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(bring.error)}
        </p>
      )}
    </div>
  );
}

const TONES = {
  read: ['good', 'check'],
  'needs-person': ['warning', 'warning'],
  'set-aside': ['neutral', 'clock'],
  stored: ['neutral', 'clock'],
} as const satisfies Record<InboundFile['state'], readonly [Tone, IconName]>;

/** As it stands now: what waited may have been decided since. */
function Outcome({ file: brought }: { file: BroughtFile }) {
  const file = useFiles().data?.find(({ id }) => id === brought.id) ?? brought;
  const [tone, icon] = TONES[file.state];
  return (
    <p class={`finding tone-${tone}`} role="status">
      <Icon name={icon} />
      <span>
        <span class="mono file-name">{file.name}</span> {becameOf(brought, file)}
      </span>
    </p>
  );
}
