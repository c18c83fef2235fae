/** The payments that came, searched and gone through with the keys: what waits first, then the newest. */
import { useState } from 'preact/hooks';
import { Failed, Loading, More, Notice } from '../../ui/parts/index.ts';
import { useRemittancePages, useSetAsideFiles } from '../../ui/server/index.ts';
import { useFocusKept } from '../listing/focus-kept.ts';
import { SearchField, useDelayed } from '../listing/search-field.tsx';
import { RemittanceRows } from './remittance-rows.tsx';
import { SET_ASIDE_ID, SetAside } from './set-aside.tsx';

export function RemittanceList({ isHidden, onOpen }: { isHidden: boolean; onOpen(id: string): void }) {
  const [search, setSearch] = useState('');
  const typed = useDelayed(search.trim());
  const pages = useRemittancePages(typed);
  const remittances = pages.data?.pages.flatMap((page) => page.remittances);
  const { waiting = 0, setAside = 0 } = pages.data?.pages[0] ?? {};
  const files = useSetAsideFiles(typed);
  useFocusKept('remittance-', SET_ASIDE_ID);
  const isAnyAside = setAside > 0 || (files.data?.pages[0]?.found ?? 0) > 0;
  return (
    <>
      <SearchField
        label="Search payments by check or EFT number, payer, amount or date"
        placeholder="Check or EFT number, payer, amount, date"
        value={search}
        isHidden={isHidden}
        onType={setSearch}
      />
      {typed === '' && waiting > 0 && (
        <p class="small dim">
          {waiting === 1 ? '1 payment waits' : `${waiting.toLocaleString('en-US')} payments wait`} for a
          person: first in the list.
        </p>
      )}
      <SetAside key={typed} search={typed} payments={setAside} files={files} onOpen={onOpen} />
      {remittances?.length === 0 &&
        !isAnyAside &&
        (typed === '' ? (
          <Notice title="No remittance yet.">
            <p class="dim">
              When a payer pays, its remittance (835) comes by itself and stands here with its check number.
            </p>
          </Notice>
        ) : (
          <Notice title="No payment fits.">
            <p class="dim">
              Part of a number or of a payer’s name is enough; a date or an amount has to be whole, such as
              2026-11-30 or 229.44. A file that was set aside is found by part of its name.
            </p>
          </Notice>
        ))}
      {remittances && remittances.length > 0 && <RemittanceRows remittances={remittances} onOpen={onOpen} />}
      {!remittances &&
        (pages.error ? (
          <Failed error={pages.error} onRetry={() => void pages.refetch()} />
        ) : (
          <Loading what="payments" />
        ))}
      <More pages={pages} what="payments" />
    </>
  );
}
