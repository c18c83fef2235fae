/** Why something is decided as it is, in a person's words or the usual ones, and the press that decides it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, TextInput } from '../ui/parts/index.ts';
import { sentenceOf } from '../ui/server/index.ts';
import { GuardedButton } from './guarded-press.tsx';

/** As the server takes it. */
const SHORTEST = 3;

export function ReasonForm(props: {
  /** What is decided. */
  verb: string;
  words?: string;
  /** The question. */
  label: string;
  /** What the reason stays with. */
  staysWith: string;
  usual: readonly string[];
  isPending: boolean;
  error?: unknown;
  onSay(reason: string): void;
  /** Where no button stands beside it that leaves it. */
  onLeave?(): void;
}) {
  const { usual, verb, onLeave } = props;
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFieldSetElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const typed = reason.trim();
  const press = () => {
    setTried(true);
    if (typed.length >= SHORTEST) props.onSay(typed);
    else input.current?.focus();
  };
  return (
    <fieldset
      ref={form}
      class="way reason-form"
      aria-label={verb}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !onLeave) return;
        event.stopPropagation();
        onLeave();
      }}
    >
      {props.words !== undefined && <p class="small">{props.words}</p>}
      <TextInput
        inputRef={input}
        label={props.label}
        value={reason}
        problem={
          isTried && typed.length < SHORTEST ? `Say why: it stays with ${props.staysWith}.` : undefined
        }
        onType={setReason}
      />
      <div class="list-choice">
        {usual.map((each) => (
          <button
            key={each}
            type="button"
            class="choice"
            aria-pressed={each === reason}
            onClick={() => setReason(each)}
          >
            {each}
          </button>
        ))}
      </div>
      <div class="actions">
        <GuardedButton form={form} disabled={props.isPending} onPress={press}>
          {props.isPending ? 'Writing it down' : verb}
        </GuardedButton>
        {onLeave && (
          <Button kind="quiet" onClick={onLeave}>
            Back
          </Button>
        )}
      </div>
      {props.error !== undefined && props.error !== null && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(props.error)}
        </p>
      )}
    </fieldset>
  );
}
