/** Brings a fee schedule: looked at first, imported when a person has seen what it changes. */
import type { FeeSchedulePreview } from '@claimside/shared/api';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../ui/parts/index.ts';
import { sentenceOf, useServer } from '../../ui/server/index.ts';
import { Changes } from '../changes.tsx';
import { changeOf, dollars, nameOf } from './words.ts';

export function BringFeeSchedule() {
  const server = useServer();
  const queries = useQueryClient();
  const chooser = useRef<HTMLInputElement>(null);
  const look = useMutation({
    mutationFn: async (file: File) => ({ file, preview: await server.previewFeeSchedule(file) }),
  });
  const take = useMutation({
    mutationFn: (file: File) => server.importFeeSchedule(file),
    onSuccess: () => {
      look.reset();
      for (const name of ['fee-schedule', 'practice']) void queries.invalidateQueries({ queryKey: [name] });
      chooser.current?.parentElement?.querySelector('button')?.focus();
    },
  });
  const trouble = take.error ?? look.error;
  return (
    <div class="bring-list">
      <Button disabled={look.isPending || take.isPending} onClick={() => chooser.current?.click()}>
        {look.isPending ? 'Reading the file' : 'Bring a fee schedule'}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx"
        class="for-screen-readers"
        aria-label="Fee schedule (CSV or Excel)"
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          take.reset();
          if (file) look.mutate(file);
        }}
      />
      <p role="status" class="small">
        {take.isPending && 'The fee schedule is being stored.'}
        {take.data && `Imported: ${codes(take.data.size)}.`}
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
          onImport={() => take.mutate(look.data.file)}
          onLeave={() => look.reset()}
        />
      )}
    </div>
  );
}

function Preview(props: {
  preview: FeeSchedulePreview;
  name: string;
  isBusy: boolean;
  onImport(): void;
  onLeave(): void;
}) {
  const { preview, name, isBusy } = props;
  const { size, faultCount, faults, mended, withoutPrice, unknownColumns } = preview;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div class="list-preview">
      <h3 ref={title} tabIndex={-1}>
        <span class="mono">{name}</span>: {faultCount === 0 && `${codes(size)}.`} Nothing is changed yet.
      </h3>
      {faultCount > 0 ? (
        <>
          <p class="finding tone-bad">
            {faultCount === 1 ? '1 place has' : `${faultCount.toLocaleString('en-US')} places have`} to be
            corrected in the file before it can be imported.
          </p>
          <ul>
            {faults.map(({ line, column, message, fix }) => (
              <li key={`${line} ${column} ${message}`}>
                {[line !== undefined && `Line ${line}`, column].filter(Boolean).join(', ')}: {message} {fix}
              </li>
            ))}
          </ul>
          {faultCount > faults.length && <p class="dim">… and {faultCount - faults.length} more.</p>}
        </>
      ) : (
        <WhatChanges preview={preview} />
      )}
      {mended > 0 && (
        <p>
          {mended.toLocaleString('en-US')} codes or places got back the zeros at their front, which a
          spreadsheet program had taken.
        </p>
      )}
      {unknownColumns.length > 0 && (
        <p class="finding tone-warning">
          Not known, and left out: {unknownColumns.map((column) => `“${column}”`).join(', ')}.
        </p>
      )}
      {withoutPrice > 0 && <p>{codes(withoutPrice)} would have no price.</p>}
      <div class="section-actions">
        {faultCount === 0 && (
          <Button kind="main" disabled={isBusy} onClick={props.onImport}>
            Import {codes(size)}
          </Button>
        )}
        <Button disabled={isBusy} onClick={props.onLeave}>
          Leave it
        </Button>
      </div>
    </div>
  );
}

function WhatChanges({ preview: { sizeBefore, added, removed, changed } }: { preview: FeeSchedulePreview }) {
  if (sizeBefore === 0) return <p>It is the first fee schedule: all of it is new.</p>;
  if (added.count + removed.count + changed.count === 0) return <p>It says what is there already.</p>;
  return (
    <>
      {removed.count * 2 > sizeBefore && (
        <p class="finding tone-warning">
          More than half of the codes would be gone. Is this the whole fee schedule?
        </p>
      )}
      <p>
        Against the {codes(sizeBefore)} that {sizeBefore === 1 ? 'is' : 'are'} there:
      </p>
      <Changes
        what="new"
        count={added.count}
        rows={added.some.map((one) => `${nameOf(one)}: ${dollars(one.price)}`)}
      />
      <Changes what="gone" count={removed.count} rows={removed.some.map(nameOf)} />
      <Changes
        what="changed"
        count={changed.count}
        rows={changed.some.map(({ before, after }) => `${nameOf(after)}: ${changeOf(before, after)}`)}
      />
    </>
  );
}

const codes = (count: number): string => (count === 1 ? '1 code' : `${count.toLocaleString('en-US')} codes`);
