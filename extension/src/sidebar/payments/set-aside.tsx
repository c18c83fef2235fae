/** What was set aside, folded away: payments and files, each with who, when and why, and the way back. */
import type { FileList, InboundFile, RemittanceSummary } from '@claimside/shared/api';
import { cents, formatMoney } from '@claimside/shared/values';
import { useState } from 'preact/hooks';
import { Button, Failed, Loading, More, When } from '../../ui/parts/index.ts';
import { type Pages, useServer, useSetAsideRemittances } from '../../ui/server/index.ts';
import { useNow } from '../../ui/use-now.ts';
import { focusSoon } from '../focus-soon.ts';
import { Decided } from './decided.tsx';
import { claimsText, paidBy } from './remittance-rows.tsx';
import { SaveCopy } from './save-copy.tsx';
import { TakeUp } from './take-up.tsx';
import { waitingFileId } from './waiting-files.tsx';

/** Its summary, where the focus goes when a payment has just gone into it. */
export const SET_ASIDE_ID = 'set-aside';

/** Open by itself where something is searched for. `payments`: how many of them fit. */
export function SetAside(props: {
  search: string;
  payments: number;
  files: Pages<FileList>;
  onOpen(id: string): void;
}) {
  const { search, payments, files, onOpen } = props;
  const [isOpen, setOpen] = useState(search !== '');
  const remittances = useSetAsideRemittances(search, isOpen && payments > 0);
  const all = payments + (files.data?.pages[0]?.found ?? 0);
  const pages = [remittances, files];
  const failed = pages.find(({ error, data }) => error && !data);
  if (all === 0 && !failed) return null;
  return (
    <details class="set-aside" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary id={SET_ASIDE_ID}>Set aside ({all.toLocaleString('en-US')})</summary>
      {failed && <Failed error={failed.error} onRetry={() => void failed.refetch()} />}
      {isOpen && !failed && payments > 0 && !remittances.data && <Loading what="what was set aside" />}
      <ul class="claim-rows">
        {remittances.data?.pages
          .flatMap((page) => page.remittances)
          .map((each) => (
            <PaymentAside key={each.id} remittance={each} onOpen={() => onOpen(each.id)} />
          ))}
      </ul>
      <More pages={remittances} what="payments set aside" />
      <ul class="claim-rows">
        {files.data?.pages
          .flatMap((page) => page.files)
          .map((each) => (
            <FileAside key={each.id} file={each} />
          ))}
      </ul>
      <More pages={files} what="files set aside" />
    </details>
  );
}

function PaymentAside({ remittance, onOpen }: { remittance: RemittanceSummary; onOpen(): void }) {
  const server = useServer();
  const { id, payerName, total, paymentDate, claims, decision } = remittance;
  const what = `${payerName}, ${formatMoney(cents(total))}`;
  return (
    <li class="claim-row">
      <span class="claim-row-line">
        <strong>{payerName}</strong>
        <span class="number">{formatMoney(cents(total))}</span>
      </span>
      <span class="dim small">
        {paymentDate} · {paidBy(remittance)} · {claimsText(claims)}
      </span>
      {decision && <Decided decision={decision} />}
      <span class="actions">
        <Button id={`remittance-${id}`} class="small" aria-label={`Open: ${what}`} onClick={onOpen}>
          Open
        </Button>
        {/* It is worked on next. */}
        <TakeUp what={what} take={() => server.reopenRemittance(id)} onTaken={onOpen} />
      </span>
    </li>
  );
}

function FileAside({ file: { id, name, receivedAt, reason, decision } }: { file: InboundFile }) {
  const server = useServer();
  const now = useNow();
  return (
    <li class="claim-row">
      <span class="claim-row-line">
        <span class="mono">{name}</span>
        <span class="dim small">
          <When instant={receivedAt} now={now} />
        </span>
      </span>
      {reason !== null && <span class="dim small">{reason}</span>}
      {decision && <Decided decision={decision} />}
      <span class="actions">
        <SaveCopy fileId={id} name={name} />
        <TakeUp what={name} take={() => server.reopenFile(id)} onTaken={() => focusSoon(waitingFileId(id))} />
      </span>
    </li>
  );
}
