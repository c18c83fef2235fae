/** Brings a patient list: what each column is, what it would change, and what has to be mended in it first. */
import type { PatientsPreview } from '@claimside/shared/api';
import type { SaidColumns } from '@claimside/shared/patients';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { BringList, Faults, type LookedFile } from '../../ui/bring-list.tsx';
import { Changes } from '../../ui/changes.tsx';
import { Button } from '../../ui/parts/index.ts';
import { saveFile } from '../../ui/save-file.ts';
import { PATIENTS, sentenceOf, useServer } from '../../ui/server/index.ts';
import { countOf, patientsWords, rowsWords } from '../words.ts';
import { Columns } from './columns.tsx';
import { UnknownPayers } from './unknown-payers.tsx';

/** What a person says of the file: its columns, and how its faults are to be taken. */
interface How {
  readonly columns?: SaidColumns;
  readonly how?: 'sound';
}

const columnsOf = ({ columns }: PatientsPreview): SaidColumns => columns.map(({ meaning }) => meaning ?? '');

export function BringPatients() {
  const server = useServer();
  const queries = useQueryClient();
  return (
    <BringList<PatientsPreview, Awaited<ReturnType<typeof server.importPatients>>, How>
      what="patient list"
      look={(file, watched, how) => server.previewPatients(file, how?.columns, watched)}
      take={(file, preview, watched, how) =>
        server.importPatients(file, columnsOf(preview), how?.how ?? 'all', watched)
      }
      onTaken={() => void queries.invalidateQueries({ queryKey: [PATIENTS] })}
      takenWords={({ added, changed, same, leftOut }) =>
        `Imported: ${added} new, ${changed} changed, ${same} as before${leftOut > 0 ? `; ${rowsWords(leftOut)} left out` : ''}.`
      }
      sizeWords={({ rows }) => `${rowsWords(rows)}.`}
      importWords={({ faultCount, patients, added, changed }) =>
        faultCount === 0 && added.count + changed.count > 0 ? `Import ${patientsWords(patients)}` : undefined
      }
      shown={(preview, looked) => <Preview preview={preview} looked={looked} />}
    />
  );
}

function Preview({ preview, looked }: { preview: PatientsPreview; looked: LookedFile<How> }) {
  const { faults, faultCount, faultyRows, patients, mendedZips, mendedDates, addressesLeftOut } = preview;
  return (
    <>
      {faultCount > 0 && (
        <>
          <p class="finding tone-bad">
            {faultCount === 1 ? '1 thing has' : `${faultCount.toLocaleString('en-US')} things have`} to be
            mended before the whole file can be imported.
          </p>
          <Faults faults={faults} count={faultCount} />
          {faultyRows > 0 && <SoundRows preview={preview} looked={looked} />}
        </>
      )}
      <UnknownPayers
        unknown={preview.unknownPayers}
        onKnown={() => looked.lookAgain({ columns: columnsOf(preview) })}
      />
      <Columns preview={preview} isBusy={looked.isBusy} onSaid={(columns) => looked.lookAgain({ columns })} />
      {patients > 0 && <WhatChanges preview={preview} />}
      {mendedZips > 0 && (
        <p class="small">
          {countOf(mendedZips, 'ZIP code')} got back a zero that a spreadsheet program had taken.
        </p>
      )}
      {mendedDates > 0 && <p class="small">{countOf(mendedDates, 'date')} got back the century.</p>}
      {addressesLeftOut > 0 && (
        <p class="finding tone-warning">
          {addressesLeftOut === 1
            ? 'One address is not whole, and left out.'
            : `${addressesLeftOut.toLocaleString('en-US')} addresses are not whole, and left out.`}
        </p>
      )}
    </>
  );
}

/** For who does not want to mend the file now. */
function SoundRows({ preview, looked }: { preview: PatientsPreview; looked: LookedFile<How> }) {
  const { faultyRows, patients } = preview;
  const server = useServer();
  const save = useMutation({
    mutationFn: async () =>
      saveFile(await server.patientsToMend(looked.file, columnsOf(preview)), 'to-mend.csv'),
  });
  return (
    <>
      <div class="section-actions">
        <Button disabled={save.isPending} onClick={() => save.mutate()}>
          Save the {rowsWords(faultyRows)} to mend
        </Button>
        {patients > 0 && (
          <Button disabled={looked.isBusy} onClick={() => looked.take({ how: 'sound' })}>
            Import the sound rows only: {patientsWords(patients)}
          </Button>
        )}
      </div>
      {save.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(save.error)}
        </p>
      )}
    </>
  );
}

function WhatChanges({ preview: { added, changed, same } }: { preview: PatientsPreview }) {
  if (added.count + changed.count === 0) return <p>It says what is kept already.</p>;
  return (
    <>
      <Changes what="new" count={added.count} rows={added.some} />
      <Changes
        what="changed"
        count={changed.count}
        rows={changed.some.map(({ patient, changes }) => `${patient}: ${changes.join('; ')}`)}
      />
      {same > 0 && <p class="small dim">{same.toLocaleString('en-US')} as before.</p>}
    </>
  );
}
