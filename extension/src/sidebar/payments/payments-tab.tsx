/** Remittances with whether their money is posted, and the files from the clearinghouse that wait for a person. */
import type { InboundFile, RemittanceSummary } from '@claimside/shared/api';
import { cents, formatMoney } from '@claimside/shared/values';
import { useMutation } from '@tanstack/preact-query';
import { Banner, Button, Failed, Loading, Notice, Tag, type Tone, When } from '../../ui/parts/index.ts';
import { sentenceOf, useFiles, useRemittances, useServer } from '../../ui/server/index.ts';
import { useNow } from '../use-now.ts';
import { saveFile } from './save-file.ts';

const STATES: Readonly<Record<RemittanceSummary['state'], readonly [Tone, string]>> = {
  posted: ['good', 'Posted, balanced'],
  unbalanced: ['bad', 'Does not balance'],
  'needs-person': ['warning', 'Needs a person'],
};

export function PaymentsTab() {
  const remittances = useRemittances();
  const files = useFiles();
  const waiting = (files.data ?? []).filter((file) => file.state === 'needs-person');
  const error = remittances.error ?? files.error;
  if (error && !remittances.data) {
    return (
      <Failed error={error} onRetry={() => void Promise.all([remittances.refetch(), files.refetch()])} />
    );
  }
  if (!remittances.data) return <Loading what="payments" />;
  return (
    <div class="worklist">
      {waiting.length > 0 && <WaitingFiles files={waiting} />}
      {remittances.data.length === 0 ? (
        <Notice title="No remittance yet.">
          <p class="dim">
            When a payer pays, its remittance (835) comes by itself and stands here with its check number.
          </p>
        </Notice>
      ) : (
        <ul class="claim-rows">
          {remittances.data.map((remittance) => (
            <Remittance key={remittance.id} remittance={remittance} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Remittance({ remittance }: { remittance: RemittanceSummary }) {
  const [tone, label] = STATES[remittance.state];
  return (
    <li class="claim-row">
      <span class="claim-row-line">
        <strong>{remittance.payerName}</strong>
        <span class="number">{formatMoney(cents(remittance.total))}</span>
      </span>
      <span class="claim-row-line dim small">
        <span>
          {remittance.paymentDate} · check <span class="mono">{remittance.checkNumber}</span> ·{' '}
          {remittance.claims === 1 ? '1 claim' : `${remittance.claims} claims`}
        </span>
      </span>
      <span class="claim-row-line">
        <Tag tone={tone}>{label}</Tag>
      </span>
      {remittance.reason && <span class="small claim-row-next">{remittance.reason}</span>}
    </li>
  );
}

function WaitingFiles({ files }: { files: readonly InboundFile[] }) {
  const now = useNow();
  return (
    <section aria-label="Files that need a person">
      <Banner tone="warning">
        {files.length === 1 ? '1 file' : `${files.length} files`} from the clearinghouse could not be worked
        in. Nothing is lost; nothing of it is posted.
      </Banner>
      <ul class="claim-rows">
        {files.map((file) => (
          <WaitingFile key={file.id} file={file} now={now} />
        ))}
      </ul>
    </section>
  );
}

function WaitingFile({ file, now }: { file: InboundFile; now: number }) {
  const server = useServer();
  const save = useMutation({
    mutationFn: async () => saveFile(await server.fileContent(file.id), file.name),
  });
  return (
    <li class="claim-row">
      <span class="claim-row-line">
        <span class="mono file-name">{file.name}</span>
        <span class="dim small">
          <When instant={file.receivedAt} now={now} />
        </span>
      </span>
      {file.reason && <span class="small">{file.reason}</span>}
      <span class="actions">
        <Button
          class="small"
          aria-label={`Save a copy of ${file.name}`}
          disabled={save.isPending}
          onClick={() => save.mutate()}
        >
          Save a copy
        </Button>
      </span>
      {save.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(save.error)}
        </p>
      )}
    </li>
  );
}
