/** What fits no claim for certain: a card each, gone through with the keys; the focus goes from one decision to the next card. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Failed, Loading, Notice } from '../../ui/parts/index.ts';
import { useUnmatched } from '../../ui/server/index.ts';
import { AnswerCard } from './answer-card.tsx';
import { DecidedBefore } from './decided-before.tsx';
import { type Decided, DecidedRow } from './decided-row.tsx';
import './unmatched.css';

/** `onOpen` shows a claim. */
/** Has the focus where another list leads here. */
export const UNMATCHED_ID = 'unmatched-answers';

export function UnmatchedList({ onOpen }: { onOpen(claimId: string): void }) {
  const unmatched = useUnmatched();
  const [allDecided, setDecided] = useState<readonly Decided[]>([]);
  const list = useRef<HTMLElement>(null);
  const isDecidedHere = useRef(false);
  const reopenedAt = new Map(
    (unmatched.data?.answers ?? []).map(({ id, takenBack }) => [id, takenBack?.at ?? null]),
  );
  // Taken back since, here or on its claim, it has a card again.
  const decided = allDecided.filter(
    ({ answer, reopenedAt: before }) => (reopenedAt.get(answer.id) ?? before) === before,
  );
  const done = new Set(decided.map(({ answer }) => answer.id));
  // What was decided here is gone at once, whatever the last answer of the server still holds.
  const waiting = (unmatched.data?.answers ?? []).filter(({ id }) => !done.has(id));
  const first = waiting[0]?.id;

  useEffect(() => {
    if (!isDecidedHere.current) return;
    isDecidedHere.current = false;
    (list.current?.querySelector<HTMLElement>('.answer .first') ?? list.current)?.focus();
  }, [allDecided, first]);

  const takenBack = useRef<string>();
  const onTakenBack = ([answerId]: readonly string[]) => {
    takenBack.current = answerId;
  };
  useEffect(() => {
    const card = takenBack.current === undefined ? null : document.getElementById(cardId(takenBack.current));
    if (!card) return;
    takenBack.current = undefined;
    card.querySelector<HTMLElement>('.first')?.focus();
  }, [unmatched.data]);

  if (!unmatched.data) {
    if (unmatched.error) return <Failed error={unmatched.error} onRetry={() => void unmatched.refetch()} />;
    return <Loading what="unmatched answers" />;
  }
  const left = unmatched.data.waiting - unmatched.data.answers.filter(({ id }) => done.has(id)).length;
  return (
    <section ref={list} id={UNMATCHED_ID} class="unmatched" aria-label="Unmatched answers" tabIndex={-1}>
      {left > 0 ? (
        <p class="small dim">
          {left === 1 ? '1 answer fits' : `${left} answers fit`} no claim for certain. Say which claim each is
          about.
        </p>
      ) : (
        <Notice title="Nothing is unmatched.">
          <p class="dim">
            Payments and answers that fit no claim for certain will stand here, with the claims they may be
            about.
          </p>
        </Notice>
      )}
      <ol class="answers">
        {waiting.map((answer, place) => (
          <li key={answer.id} id={cardId(answer.id)}>
            <AnswerCard
              answer={answer}
              isFirst={place === 0}
              onDecided={(one) => {
                isDecidedHere.current = true;
                setDecided((before) => [one, ...before]);
              }}
            />
          </li>
        ))}
      </ol>
      {decided.length > 0 && (
        <section aria-label="Decided just now" role="status">
          <h2>Decided just now</h2>
          <ul class="claim-rows">
            {decided.map((one) => (
              <DecidedRow key={one.answer.id} decided={one} onOpen={onOpen} onTakenBack={onTakenBack} />
            ))}
          </ul>
        </section>
      )}
      <DecidedBefore shown={done} onOpen={onOpen} onTakenBack={onTakenBack} />
    </section>
  );
}

const cardId = (answerId: string): string => `answer-${answerId}`;
