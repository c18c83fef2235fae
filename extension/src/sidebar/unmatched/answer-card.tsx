/** One answer that fits no claim for certain: what came, the likeliest claim beside it, and the ways to decide. */
import type { UnmatchedAnswer } from '@claimside/shared/api';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button, Icon, When } from '../../ui/parts/index.ts';
import { sentenceOf, useServer } from '../../ui/server/index.ts';
import { useNow } from '../../ui/use-now.ts';
import { Choice } from './choice.tsx';
import type { Decided } from './decided-row.tsx';
import { FindClaim } from './find-claim.tsx';
import { SetAside } from './set-aside.tsx';
import { whoPaid } from './words.ts';

type Way = 'choose' | 'search' | 'set-aside';

/** `isFirst`: its button is the one that stands out. */
export function AnswerCard(props: {
  answer: UnmatchedAnswer;
  isFirst: boolean;
  onDecided(decided: Decided): void;
}) {
  const { answer, isFirst, onDecided } = props;
  const { suggestions } = answer;
  const server = useServer();
  const queries = useQueryClient();
  const now = useNow();
  const titleId = useId();
  const card = useRef<HTMLFieldSetElement>(null);
  const [at, setAt] = useState(0);
  const [way, setWay] = useState<Way>('choose');
  const shown = way === 'search' ? undefined : suggestions[at];

  const decide = useMutation({
    mutationFn: async ({ claim, reason }: Pick<Decided, 'claim' | 'reason'>) =>
      claim ? server.matchAnswer(answer.id, claim.id) : server.dismissAnswer(answer.id, reason),
    onSuccess: (_, { claim, reason }) =>
      onDecided({ answer, claim, reason, reopenedAt: answer.takenBack?.at ?? null }),
    onSettled: () =>
      Promise.all(
        ['unmatched', 'claims', 'claim', 'remittances', 'files', 'exchange'].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  });
  const match = (claim: { claimId: string; patientName: string; serviceDate: string }) => {
    const name = `${claim.patientName} · ${claim.serviceDate}`;
    if (!decide.isPending) decide.mutate({ claim: { id: claim.claimId, name }, reason: '' });
  };

  // Back from another way, the keys work on the card again.
  const wasElsewhere = useRef(false);
  useLayoutEffect(() => {
    if (way === 'choose' && wasElsewhere.current) card.current?.querySelector<HTMLElement>('.first')?.focus();
    wasElsewhere.current = way !== 'choose';
  }, [way]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape' && way !== 'choose') {
      event.stopPropagation();
      setWay('choose');
      return;
    }
    // In a field letters are text.
    if (!(event.target instanceof Element) || !event.target.matches('button, [type=radio]')) return;
    const place = /^[1-5]$/.test(event.key) ? Number(event.key) - 1 : -1;
    if (place >= 0 && place < suggestions.length) setAt(place);
    else if (event.key === 'n' || event.key === 'N') setWay('search');
    else if (event.key === 'd' || event.key === 'D') setWay('set-aside');
    else if (event.key === 'j' || event.key === 'J') focusBeside(card.current, 1);
    else if (event.key === 'k' || event.key === 'K') focusBeside(card.current, -1);
    else return;
    event.preventDefault();
  };

  const otherWays = (
    <>
      <Button
        class={shown ? '' : 'first'}
        aria-expanded={way === 'search'}
        aria-describedby={titleId}
        title="N"
        onClick={() => setWay(way === 'search' ? 'choose' : 'search')}
      >
        {searchWords(way, suggestions.length)}
      </Button>
      <Button
        kind="quiet"
        aria-expanded={way === 'set-aside'}
        aria-describedby={titleId}
        title="D"
        onClick={() => setWay(way === 'set-aside' ? 'choose' : 'set-aside')}
      >
        Set aside
      </Button>
    </>
  );
  return (
    <fieldset ref={card} class="answer" aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <h2 id={titleId}>{whoPaid(answer)}</h2>
      {answer.detail && <p class="small">{answer.detail}</p>}
      <p class="small dim">
        File {answer.file.name} · came <When instant={answer.receivedAt} now={now} />
      </p>
      <Before answer={answer} />
      {suggestions.length === 0 && (
        <p class="small">No claim here comes near it. Search for the claim, or set the answer aside.</p>
      )}
      {shown ? (
        <Choice
          answer={answer}
          chosen={shown}
          at={at}
          isMain={isFirst}
          isPending={decide.isPending}
          titleId={titleId}
          onChoose={setAt}
          onMatch={match}
        >
          {otherWays}
        </Choice>
      ) : (
        <div class="actions">{otherWays}</div>
      )}
      {way === 'search' && <FindClaim answer={answer} isPending={decide.isPending} onMatch={match} />}
      {way === 'set-aside' && (
        <SetAside
          isPending={decide.isPending}
          onSetAside={(reason) => decide.mutate({ claim: null, reason })}
        />
      )}
      {decide.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(decide.error)}
        </p>
      )}
    </fieldset>
  );
}

/** What was decided of it before, or that a claim has it by now. */
function Before({ answer: { heldBy, takenBack } }: { answer: UnmatchedAnswer }) {
  const now = useNow();
  if (heldBy)
    return (
      <p class="finding tone-warning">
        <Icon name="warning" />
        <span>
          It is on the claim of {heldBy.patientName}, {heldBy.serviceDate}. It came again, and by what is
          known now it is about another. It stays there until you choose.
        </span>
      </p>
    );
  if (!takenBack) return null;
  const from = takenBack.claim
    ? `from the claim of ${takenBack.claim.patientName}, ${takenBack.claim.serviceDate}`
    : 'after it had been set aside';
  const why = takenBack.reason === null ? '' : `: ${takenBack.reason}`;
  return (
    <p class="small">
      Taken back <When instant={takenBack.at} now={now} /> {from}
      {why}
    </p>
  );
}

function searchWords(way: Way, suggestions: number): string {
  if (way === 'search') return suggestions > 0 ? 'Back to the suggestions' : 'Stop searching';
  return suggestions > 0 ? 'None of these' : 'Search for the claim';
}

/** The first button of the card before or after. */
function focusBeside(card: Element | null, step: 1 | -1): void {
  const cards = [...(card?.closest('.answers')?.querySelectorAll('.answer') ?? [])];
  const next = card ? cards[cards.indexOf(card) + step] : undefined;
  next?.querySelector<HTMLElement>('.first')?.focus();
}
