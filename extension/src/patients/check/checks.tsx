/** A list of coverage checks under way: how far it is, what each payer said, and the way to stop it. */
import type { CoverageBatch, PatientRow } from '@claimside/shared/api';
import { checkSentences, checkWord, serviceOfCheck, stateOfCheck } from '@claimside/shared/patients';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useEffect } from 'preact/hooks';
import { Told } from '../../ui/coverage/told.tsx';
import { Button, Failed, Loading, Tag } from '../../ui/parts/index.ts';
import { SaveTable } from '../../ui/save-table.tsx';
import { isUnderWay, PATIENTS, sentenceOf, useChecks, useServer } from '../../ui/server/index.ts';
import { coverageName, nameOf, patientsWords } from '../words.ts';

export function Checks(props: { id: string; rows: readonly PatientRow[]; onClose(): void }) {
  const { id, rows } = props;
  const server = useServer();
  const queries = useQueryClient();
  const checks = useChecks(id);
  const stop = useMutation({
    mutationFn: () => server.stopChecks(id),
    onSettled: () => void checks.refetch(),
  });
  const batch = checks.data;
  const isOver = batch !== undefined && !isUnderWay(batch);
  useEffect(() => {
    // The rows of the list tell the last check of each.
    if (isOver) void queries.invalidateQueries({ queryKey: [PATIENTS] });
  }, [isOver, queries]);
  if (checks.error) return <Failed error={checks.error} onRetry={() => void checks.refetch()} />;
  if (!batch) return <Loading what="the checks" />;
  return (
    <div class="checks">
      <div class="checks-head">
        <progress max={batch.total} value={batch.done} aria-label="Patients asked about" />
        <p role="status">{progressWords(batch)}</p>
        {batch.state === 'running' && (
          <Button disabled={stop.isPending} onClick={() => stop.mutate()}>
            Stop
          </Button>
        )}
      </div>
      {stop.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(stop.error)}
        </p>
      )}
      {batch.message !== '' && <p class="finding tone-warning">{batch.message}</p>}
      <ul class="rows">
        {rows.map((row, at) => (
          <CheckRow key={row.patientKey} row={row} entry={batch.entries[at]} />
        ))}
      </ul>
      {isOver && (
        <div class="section-actions">
          <SaveTable name="coverage-checks" take={(format) => server.exportChecks(id, format)} />
          <Button onClick={props.onClose}>Close the list</Button>
        </div>
      )}
    </div>
  );
}

function progressWords(batch: CoverageBatch): string {
  const { done, total, entries, state } = batch;
  if (isUnderWay(batch)) return `${done} of ${patientsWords(total)} asked about.`;
  const words = entries.map(({ check }) =>
    check ? checkWord({ outcome: check.outcome, state: stateOfCheck(check) }).label : 'Not asked',
  );
  const counts = [...new Set(words)].map(
    (word) => `${words.filter((each) => each === word).length} ${word.toLowerCase()}`,
  );
  return `${state === 'done' ? 'Done' : 'Ended'}: ${counts.join(', ')}.`;
}

function CheckRow({ row, entry }: { row: PatientRow; entry: CoverageBatch['entries'][number] | undefined }) {
  const { patient, coverages } = row;
  const [first] = coverages;
  const { state = 'waiting', check = null, message = '' } = entry ?? {};
  const word = check
    ? checkWord({ outcome: check.outcome, state: stateOfCheck(check) })
    : state === 'not-asked'
      ? ({ label: 'Not asked', tone: 'warning' } as const)
      : ({ label: state === 'asking' ? 'Asking' : 'Waits', tone: 'neutral' } as const);
  const said = check ? checkSentences(check, serviceOfCheck(check)) : message === '' ? [] : [message];
  return (
    <li class="row check-row">
      <div class="row-main">
        <strong>{nameOf(patient)}</strong> <span class="dim small">{patient.birthDate}</span>
        {first && <p class="small dim">{coverageName(first)}</p>}
        {check?.outcome === 'answered' ? (
          <details class="small">
            <summary>{costWords(said)}</summary>
            <Told check={check} serviceType={serviceOfCheck(check)} />
          </details>
        ) : (
          said.length > 0 && <p class="small">{said.join(' ')}</p>
        )}
      </div>
      <Tag tone={word.tone}>{word.label}</Tag>
    </li>
  );
}

/** What the visit costs the patient, where it is told; else what is. */
const costWords = (said: readonly string[]): string =>
  said.find((sentence) => sentence.startsWith('Copay')) ?? said[0] ?? 'What the payer says';
