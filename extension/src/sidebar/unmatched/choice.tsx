/** The suggested claims of an answer, the chosen one beside it, and the press that accepts it. */
import type { ClaimSuggestion, UnmatchedAnswer } from '@claimside/shared/api';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from '../../ui/parts/index.ts';
import { PressHidden, useGuardedPress } from '../guarded-press.tsx';
import { SideBySide } from './side-by-side.tsx';
import { Suggestions } from './suggestions.tsx';

/** `children` are the other ways, beside the button. */
export function Choice(props: {
  answer: UnmatchedAnswer;
  chosen: ClaimSuggestion;
  at: number;
  isMain: boolean;
  isPending: boolean;
  titleId: string;
  onChoose(at: number): void;
  onMatch(claim: ClaimSuggestion): void;
  children: ComponentChildren;
}) {
  const { answer, chosen, isPending } = props;
  const accept = useRef<HTMLSpanElement>(null);
  const { isSeen, wasHidden, press } = useGuardedPress(accept, () => props.onMatch(chosen));
  return (
    <>
      {answer.suggestions.length > 1 ? (
        <Suggestions
          suggestions={answer.suggestions}
          at={props.at}
          onChoose={props.onChoose}
          onAccept={press}
        />
      ) : (
        <p class="small">{chosen.reasons.join(', ')}</p>
      )}
      <SideBySide answer={answer} claim={chosen} />
      <div class="actions">
        <span ref={accept}>
          <Button
            class="first"
            kind={props.isMain ? 'main' : 'normal'}
            disabled={isPending}
            aria-disabled={isSeen ? undefined : 'true'}
            aria-describedby={props.titleId}
            onClick={press}
          >
            It is this claim
          </Button>
        </span>
        {props.children}
      </div>
      {wasHidden && <PressHidden />}
    </>
  );
}
