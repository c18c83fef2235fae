/** A list of coverage checks under way: how far it is, what each payer said, and the way to stop it. */
import type { CoverageBatch } from '@claimside/shared/api';
import { checkSentences, checkWord, serviceOfCheck, stateOfCheck } from '@claimside/shared/patients';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useEffect } from 'preact/hooks';
import { Told } from '../../ui/coverage/told.tsx';
import { Button, Failed, Loading, Tag } from '../../ui/parts/index.ts';
import { SaveTable } from '../../ui/save-table.tsx';
import {
  isUnderWay,
  PATIENTS,
  ServerTrouble,
  sentenceOf,
  useChecks,
  useServer,
} from '../../ui/server/index.ts';
import { coverageName, nameOf, patientsWords } from '../words.ts';
import type { ListKept } from './list-kept.ts';

interface ListProps {
  readonly list: ListKept;
  /** Asks about those who are ticked; undefined where nobody can be asked about. */
  readonly onAgain: (() => void) | undefined;
  onClose(): void;
}

export function Checks(props: ListProps) {
  return (
    <div class="checks">
      <h3>Coverage on {props.list.day}</h3>
      <Asked {...props} />
    </div>
  );
}

function Asked({ list: { id, day }, onAgain, onClose }: ListProps) {
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
  const isForgotten = checks.error instanceof ServerTrouble && checks.error.kind === 'not-found';
  if (isForgotten)
    return (
      <>
        <Forgotten onAgain={onAgain} onClose={onClose} />
        {batch && <Entries batch={batch} />}
      </>
    );
  if (checks.error) return <Failed error={checks.error} onRetry={() => void checks.refetch()} />;
  if (!batch) return <Loading what="the checks" />;
  return (
    <>
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
      <Entries batch={batch} />
      {isOver && (
        <div class="section-actions">
          <SaveTable name={`coverage-checks-${day}`} take={(format) => server.exportChecks(id, format)} />
          <Button onClick={onClose}>Close the list</Button>
        </div>
      )}
    </>
  );
}

/** The server keeps lists only while it runs; each answer is kept with its patient. */
function Forgotten({ onAgain, onClose }: Omit<ListProps, 'list'>) {
  return (
    <>
      <p class="finding tone-warning" role="alert">
        <span>
          The server was restarted since, and has this list no more. What payers answered is kept with each
          patient.{' '}
          {onAgain
            ? 'Whoever is left is asked about when you check the list again.'
            : 'To ask about whoever is left, tick them and check the list again.'}
        </span>
      </p>
      <div class="section-actions">
        {onAgain && <Button onClick={onAgain}>Check the list again</Button>}
        <Button onClick={onClose}>Close the list</Button>
      </div>
    </>
  );
}

const Entries = ({ batch }: { batch: CoverageBatch }) => (
  <ul class="rows">
    {batch.entries.map((entry, at) => (
      <CheckRow key={`${entry.patientKey} ${at}`} entry={entry} />
    ))}
  </ul>
);

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

function CheckRow({ entry }: { entry: CoverageBatch['entries'][number] }) {
  const { patient, coverage, state, check, message } = entry;
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
        <p class="small dim">{coverageName(coverage)}</p>
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
