/** Brings a payer list: what it would change, and which rows can not be read. */
import { type PayerListPreview, SEED_LIST } from '@claimside/shared/api';
import { useQueryClient } from '@tanstack/preact-query';
import { BringList, Faults } from '../../ui/bring-list.tsx';
import { useServer } from '../../ui/server/index.ts';
import { ListChanges } from './changes.tsx';

export function BringPayerList({ isFirst }: { isFirst: boolean }) {
  const server = useServer();
  const queries = useQueryClient();
  return (
    <BringList
      what="payer list"
      begin={
        isFirst
          ? {
              words: `Begin with the small list of ${SEED_LIST.month} that comes with Claimside`,
              file: () => server.seedPayerList(),
            }
          : undefined
      }
      look={(file, watched) => server.previewPayerList(file, watched)}
      take={(file, { faultCount }, watched) => server.importPayerList(file, faultCount, watched)}
      onTaken={() => {
        for (const queryKey of [['payer-list'], ['exchange', 'setup'], ['exchange', 'fees']])
          void queries.invalidateQueries({ queryKey });
      }}
      takenWords={({ size }) => `Imported: ${many(size)} rows.`}
      sizeWords={({ size }) => `${many(size)} rows.`}
      importWords={({ size, faultCount }) =>
        `Import ${many(size)} rows${faultCount > 0 ? `, without the ${many(faultCount)}` : ''}`
      }
      shown={(preview) => <Preview preview={preview} />}
    />
  );
}

function Preview({ preview }: { preview: PayerListPreview }) {
  const { faultCount, faults, mended } = preview;
  return (
    <>
      <ListChanges preview={preview} />
      {mended > 0 && (
        <p>{many(mended)} IDs got back the zeros at their front, which a spreadsheet program had taken.</p>
      )}
      {faultCount > 0 && (
        <details>
          <summary>{faultCount === 1 ? '1 row' : `${many(faultCount)} rows`} can not be read</summary>
          <Faults faults={faults} count={faultCount} />
        </details>
      )}
    </>
  );
}

const many = (count: number): string => count.toLocaleString('en-US');
