/** The clearinghouse's payer list: looked up by everybody, brought by an admin. */
import { type PayerListImported, type Role, SEED_LIST } from '@claimside/shared/api';
import { Failed, Loading, momentOf } from '../../ui/parts/index.ts';
import { usePayerLists } from '../../ui/server/index.ts';
import { Section } from '../section.tsx';
import { BringPayerList } from './bring.tsx';
import { LookUp } from './look-up.tsx';

export function PayerListSection({ role }: { role: Role }) {
  const lists = usePayerLists();
  return (
    <Section
      title="Payer list"
      at="payer-list"
      intro="Which payers the clearinghouse reaches, under which ID, and what each of them wants."
    >
      {lists.data ? (
        <>
          <InUse lists={lists.data} />
          {lists.data.length > 0 && <LookUp />}
          {role === 'admin' && (
            <>
              <WhereFrom />
              <BringPayerList isFirst={lists.data.length === 0} />
            </>
          )}
        </>
      ) : lists.error ? (
        <Failed error={lists.error} onRetry={() => void lists.refetch()} />
      ) : (
        <Loading what="the payer list" />
      )}
    </Section>
  );
}

/** The page's own address may change; the way to it is what Office Ally's help says. */
function WhereFrom() {
  return (
    <p>
      Office Ally’s own list:{' '}
      <a href="https://officeally.com/" target="_blank" rel="noreferrer">
        officeally.com
        <span class="for-screen-readers"> (in a new tab)</span>
      </a>
      , Resources, Payer List. Download the whole list, all transactions together: an Excel file such as{' '}
      <span class="mono">payers.xlsx</span>, or CSV. Bring a new one now and then: payers’ IDs, fees and
      enrollments change.
    </p>
  );
}

function InUse({ lists }: { lists: readonly PayerListImported[] }) {
  const [inUse] = lists;
  if (!inUse)
    return (
      <p class="finding tone-warning">
        No list is here yet. Until you bring Office Ally’s, you can begin with a small one: some ninety
        well-known payers, claims only, as they were in {SEED_LIST.month}. The first list that you bring takes
        its place.
      </p>
    );
  const { size, importedAt, fileName, added, removed, changed, leftOut } = inUse;
  return (
    <>
      {fileName === SEED_LIST.fileName && (
        <p class="finding tone-warning">
          This is only the small list that comes with Claimside: well-known payers, claims only, as they were
          in {SEED_LIST.month}. IDs and fees may have changed. Bring Office Ally’s own, and it takes its
          place.
        </p>
      )}
      <p>
        {size.toLocaleString('en-US')} rows of <span class="mono">{fileName}</span>, brought{' '}
        {momentOf(importedAt, Date.now())}
        {lists.length > 1 &&
          `: ${added.toLocaleString('en-US')} added, ${removed.toLocaleString('en-US')} removed, ${changed.toLocaleString('en-US')} changed against the list before`}
        .
        {leftOut > 0 &&
          ` ${leftOut === 1 ? '1 row that could not be read was' : `${leftOut} rows that could not be read were`} left out.`}
      </p>
    </>
  );
}
