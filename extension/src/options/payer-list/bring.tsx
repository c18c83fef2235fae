/** Brings a payer list: looked at first, imported when a person has seen what it changes. */
import type { PayerListPreview } from '@claimside/shared/api';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../ui/parts/index.ts';
import { sentenceOf, useServer } from '../../ui/server/index.ts';
import { ListChanges } from './changes.tsx';

export function BringPayerList() {
  const server = useServer();
  const queries = useQueryClient();
  const chooser = useRef<HTMLInputElement>(null);
  const look = useMutation({
    mutationFn: async (file: File) => ({ file, preview: await server.previewPayerList(file) }),
  });
  const take = useMutation({
    mutationFn: ({ file, leaveOut }: { file: File; leaveOut: number }) =>
      server.importPayerList(file, leaveOut),
    onSuccess: () => {
      look.reset();
      void queries.invalidateQueries({ queryKey: ['payer-list'] });
      chooser.current?.parentElement?.querySelector('button')?.focus();
    },
  });
  const trouble = take.error ?? look.error;
  return (
    <div class="bring-list">
      <Button disabled={look.isPending || take.isPending} onClick={() => chooser.current?.click()}>
        {look.isPending ? 'Reading the file' : 'Bring a payer list'}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx"
        class="for-screen-readers"
        aria-label="Payer list (CSV or Excel)"
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          take.reset();
          if (file) look.mutate(file);
        }}
      />
      <p role="status" class="small">
        {take.isPending && 'The list is being stored.'}
        {take.data && `Imported: ${take.data.size.toLocaleString('en-US')} rows.`}
      </p>
      {trouble && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(trouble)}
        </p>
      )}
      {look.data && (
        <Preview
          preview={look.data.preview}
          name={look.data.file.name}
          isBusy={take.isPending}
          onImport={() => take.mutate({ file: look.data.file, leaveOut: look.data.preview.faultCount })}
          onCancel={() => look.reset()}
        />
      )}
    </div>
  );
}

function Preview(props: {
  preview: PayerListPreview;
  name: string;
  isBusy: boolean;
  onImport(): void;
  onCancel(): void;
}) {
  const { preview, name, isBusy } = props;
  const { size, faultCount, faults, mended } = preview;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const all = size.toLocaleString('en-US');
  const left = faultCount.toLocaleString('en-US');
  return (
    <div class="list-preview">
      <h3 ref={title} tabIndex={-1}>
        <span class="mono">{name}</span>: {all} rows. Nothing is changed yet.
      </h3>
      <ListChanges preview={preview} />
      {mended > 0 && (
        <p>
          {mended.toLocaleString('en-US')} IDs got back the zeros at their front, which a spreadsheet program
          had taken.
        </p>
      )}
      {faultCount > 0 && (
        <details>
          <summary>{faultCount === 1 ? '1 row' : `${left} rows`} can not be read</summary>
          <ul>
            {faults.map(({ line, column, message, fix }) => (
              <li key={`${line} ${column}`}>
                Line {line}
                {column === undefined ? '' : `, ${column}`}: {message} {fix}
              </li>
            ))}
          </ul>
          {faultCount > faults.length && <p class="dim">… and {faultCount - faults.length} more.</p>}
        </details>
      )}
      <div class="form">
        <div class="actions">
          <Button class="main" disabled={isBusy} onClick={props.onImport}>
            {faultCount > 0 ? `Import ${all} rows, without the ${left}` : `Import ${all} rows`}
          </Button>
          <Button disabled={isBusy} onClick={props.onCancel}>
            Leave it
          </Button>
        </div>
      </div>
    </div>
  );
}
