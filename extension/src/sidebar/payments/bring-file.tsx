/** Takes an 835 from elsewhere, chosen or dropped here, and says what became of it. */
import type { InboundFile } from '@claimside/shared/api';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useRef, useState } from 'preact/hooks';
import { Button, Icon } from '../../ui/parts/index.ts';
import { sentenceOf, useServer } from '../../ui/server/index.ts';

export function BringFile() {
  const server = useServer();
  const queries = useQueryClient();
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const bring = useMutation({
    mutationFn: (file: File) => server.bringFile(file),
    onSettled: () =>
      Promise.all(
        ['remittances', 'files', 'exchange', 'claims', 'claim', 'unmatched'].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  });
  const take = (files: FileList | null | undefined) => {
    const [file] = files ?? [];
    if (file && !bring.isPending) bring.mutate(file);
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

function Outcome({ file }: { file: InboundFile }) {
  const isGood = file.state === 'read';
  return (
    <p class={`finding tone-${isGood ? 'good' : 'warning'}`} role="status">
      <Icon name={isGood ? 'check' : 'warning'} />
      <span>
        <span class="mono file-name">{file.name}</span>{' '}
        {isGood ? 'was read; nothing of it is posted twice.' : (file.reason ?? 'waits for a person.')}
      </span>
    </p>
  );
}
