/** Brings a fee schedule: what it would change, or what has to be corrected in it first. */
import type { FeeSchedulePreview } from '@claimside/shared/api';
import { useQueryClient } from '@tanstack/preact-query';
import { BringList, Faults } from '../../ui/bring-list.tsx';
import { Changes } from '../../ui/changes.tsx';
import { useServer } from '../../ui/server/index.ts';
import { changeOf, dollars, nameOf } from './words.ts';

export function BringFeeSchedule() {
  const server = useServer();
  const queries = useQueryClient();
  return (
    <BringList
      what="fee schedule"
      look={(file, watched) => server.previewFeeSchedule(file, watched)}
      take={(file, _, watched) => server.importFeeSchedule(file, watched)}
      onTaken={() => {
        for (const name of ['fee-schedule', 'practice']) void queries.invalidateQueries({ queryKey: [name] });
      }}
      takenWords={({ size }) => `Imported: ${codes(size)}.`}
      sizeWords={({ faultCount, size }) => (faultCount === 0 ? `${codes(size)}.` : '')}
      importWords={({ faultCount, size }) => (faultCount === 0 ? `Import ${codes(size)}` : undefined)}
      shown={(preview) => <Preview preview={preview} />}
    />
  );
}

function Preview({ preview }: { preview: FeeSchedulePreview }) {
  const { faultCount, faults, mended, withoutPrice, unknownColumns } = preview;
  return (
    <>
      {faultCount > 0 ? (
        <>
          <p class="finding tone-bad">
            {faultCount === 1 ? '1 place has' : `${faultCount.toLocaleString('en-US')} places have`} to be
            corrected in the file before it can be imported.
          </p>
          <Faults faults={faults} count={faultCount} />
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
    </>
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
