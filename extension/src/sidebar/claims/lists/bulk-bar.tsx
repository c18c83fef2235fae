/** What is done to all selected claims: given to a person, noted, written off as capitated, closed; with a count that can be stopped. */
import type { ClaimAct, ListedClaim } from '@claimside/shared/api';
import { formatMoney, sumCents } from '@claimside/shared/values';
import { useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, NOT_FOR_PASSWORD_MANAGERS } from '../../../ui/parts/index.ts';
import { sentenceOf, useAssignees, useServer } from '../../../ui/server/index.ts';
import { GuardedButton } from '../../guarded-press.tsx';
import { type BulkState, runBulk } from './bulk.ts';

const ACTS = [
  ['assign', 'Give to'],
  ['note', 'Note'],
  ['write-off', 'Write off'],
  ['close', 'Close'],
] as const;
type ActName = (typeof ACTS)[number][0];

export function BulkBar(props: {
  claims: readonly ListedClaim[];
  onSelectAll(): void;
  onClear(): void;
  /** Those for which it did not work stay selected. `words`: what was done to the others. */
  onDone(failed: readonly ListedClaim[], words: string): void;
}) {
  const { claims } = props;
  const server = useServer();
  const queries = useQueryClient();
  const people = (useAssignees().data ?? []).filter(({ isActive }) => isActive);
  const [chosen, setChosen] = useState<ActName>();
  const [text, setText] = useState('');
  const [person, setPerson] = useState('');
  const [state, setState] = useState<BulkState<ListedClaim>>();
  const [isRunning, setRunning] = useState(false);
  const stop = useRef<AbortController>();
  const bar = useRef<HTMLElement>(null);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => () => stop.current?.abort(), []);
  useEffect(() => {
    if (chosen) form.current?.querySelector<HTMLElement>('.input')?.focus();
  }, [chosen]);

  // Nothing else is let go of several claims at once.
  const capitated = claims.filter(({ place }) => place?.why === 'capitated');
  const acts = ACTS.filter(([name]) => name !== 'write-off' || capitated.length > 0);
  const act = acts.some(([name]) => name === chosen) ? chosen : undefined;
  const one = (claim: ListedClaim, name: ActName, key: string): Promise<unknown> => {
    if (name === 'assign') return server.assignClaim(claim.id, person === '' ? null : person);
    if (name === 'note') return server.addNote(claim.id, text.trim(), key);
    if (name === 'write-off') return server.recordAct(claim.id, capitation(claim, text.trim()), key);
    return server.recordAct(claim.id, { type: 'closed', reason: text.trim() }, key);
  };
  const run = async (name: ActName) => {
    stop.current = new AbortController();
    setRunning(true);
    const those = name === 'write-off' ? capitated : claims;
    setState({ total: those.length, done: 0, failed: [] });
    const key = crypto.randomUUID();
    const end = await runBulk(
      those,
      (claim) => one(claim, name, `${key}-${claim.id}`),
      stop.current.signal,
      setState,
    );
    setRunning(false);
    const isWhole = end.done + end.failed.length === end.total;
    await Promise.all(['claim', 'claims'].map((each) => queries.invalidateQueries({ queryKey: [each] })));
    if (isWhole) {
      setChosen(undefined);
      setText('');
      const done = doneWords(name, end.done, people.find(({ id }) => id === person)?.name);
      props.onDone(
        [...claims.filter((claim) => !those.includes(claim)), ...end.failed.map(({ item }) => item)],
        done,
      );
    }
    // The button that was pressed may be gone, and the focus with it.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) bar.current?.focus();
    });
  };
  const needsText = act === 'note' || act === 'close';
  const takesText = needsText || act === 'write-off';
  const verb = ACTS.find(([name]) => name === act)?.[1] ?? '';
  return (
    <section ref={bar} class="bulk" aria-label="Selected claims" tabIndex={-1}>
      <p class="bulk-line">
        <strong aria-live="polite">{claims.length} selected</strong>
        <Button kind="quiet" class="small" disabled={isRunning} onClick={props.onSelectAll}>
          All shown
        </Button>
        <Button kind="quiet" class="small" disabled={isRunning} onClick={props.onClear}>
          None
        </Button>
      </p>
      <div class="actions">
        {acts.map(([name, label]) => (
          <Button
            key={name}
            class="small"
            aria-pressed={name === act}
            disabled={isRunning}
            onClick={() => setChosen(name === act ? undefined : name)}
          >
            {label}…
          </Button>
        ))}
      </div>
      {act && (
        <div class="bulk-form" ref={form}>
          {act === 'assign' && (
            <select
              class="input"
              aria-label="Give to"
              value={person}
              onChange={(event) => setPerson(event.currentTarget.value)}
            >
              <option value="">Nobody</option>
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
          {act === 'write-off' && <Capitated claims={capitated} others={claims.length - capitated.length} />}
          {takesText && (
            <input
              class="input"
              aria-label={TEXT_LABELS[act]}
              placeholder={TEXT_LABELS[act]}
              maxLength={act === 'note' ? 1_000 : 200}
              {...NOT_FOR_PASSWORD_MANAGERS}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          )}
          <GuardedButton
            key={act}
            form={form}
            disabled={isRunning || (needsText && text.trim() === '')}
            onPress={() => void run(act)}
          >
            {verb} {act === 'write-off' ? counted(capitated.length) : counted(claims.length)}
          </GuardedButton>
        </div>
      )}
      {state && <Progress state={state} isRunning={isRunning} onStop={() => stop.current?.abort()} />}
    </section>
  );
}

const counted = (claims: number): string => (claims === 1 ? '1 claim' : `${claims} claims`);

const TEXT_LABELS = {
  assign: 'Give to',
  note: 'Note',
  'write-off': 'Note, if you like, such as the plan and month',
  close: 'Why they need nobody any more',
} as const;

/** All that is open on it. */
const capitation = ({ money }: ListedClaim, note: string): ClaimAct => ({
  type: 'written-off',
  of: 'payer',
  amount: money.open,
  reason: 'capitation',
  ...(note !== '' && { note }),
});

/** How much is let go, why, and what is left as it is. */
function Capitated({ claims, others }: { claims: readonly ListedClaim[]; others: number }) {
  return (
    <p class="small">
      <strong class="number">{formatMoney(sumCents(claims.map(({ money }) => money.open)))}</strong> is open
      on {counted(claims.length)}, refused as paid by capitation (CO 24). Only where you are paid by
      capitation for them: a plan that the patient is in is billed instead.
      {others > 0 &&
        (others === 1
          ? ' 1 of those selected is not, and stays as it is.'
          : ` ${others} of those selected are not, and stay as they are.`)}
    </p>
  );
}

/** `person`: to whom they were given. */
function doneWords(act: ActName, done: number, person: string | undefined): string {
  const claims = counted(done);
  if (act === 'note') return `Noted on ${claims}.`;
  if (act === 'write-off') return `${claims} written off, as paid by capitation.`;
  if (act === 'close') return `${claims} closed.`;
  return `${person ?? 'Nobody'} works on ${claims} now.`;
}

function Progress(props: { state: BulkState<ListedClaim>; isRunning: boolean; onStop(): void }) {
  const { total, done, failed } = props.state;
  const counted = `${done} of ${total} done`;
  return (
    <div class="bulk-progress">
      <p role="status">
        {counted}
        {failed.length > 0 && `, ${failed.length} not`}
        {!props.isRunning && done + failed.length < total && '. Stopped: the rest is as it was.'}
      </p>
      {props.isRunning && (
        <>
          <progress max={total} value={done + failed.length} aria-label="Claims done" />
          <Button class="small" onClick={props.onStop}>
            Stop
          </Button>
        </>
      )}
      {failed.length > 0 && (
        <ul class="small">
          {failed.map(({ item, error }) => (
            <li key={item.id}>
              {item.patientName}, {item.serviceDate}: {sentenceOf(error)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
