/** Sets an answer aside with a reason, which stays with it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { TextInput } from '../../ui/parts/index.ts';
import { GuardedButton } from '../guarded-press.tsx';

const USUAL_REASONS = ['Not our patient', 'Billed in another system', 'Settled with the payer'] as const;
const SHORTEST = 3;

export function SetAside(props: { isPending: boolean; onSetAside(reason: string): void }) {
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const typed = reason.trim();
  const setAside = () => {
    setAsked(true);
    if (typed.length >= SHORTEST) props.onSetAside(typed);
    else input.current?.focus();
  };
  return (
    <div class="way">
      <TextInput
        inputRef={input}
        label="Why is it about no claim here?"
        value={reason}
        problem={isAsked && typed.length < SHORTEST ? 'Say why: it stays with the answer.' : undefined}
        onType={setReason}
      />
      <div class="list-choice">
        {USUAL_REASONS.map((usual) => (
          <button
            key={usual}
            type="button"
            class="choice"
            aria-pressed={usual === reason}
            onClick={() => setReason(usual)}
          >
            {usual}
          </button>
        ))}
      </div>
      <div class="actions">
        <GuardedButton disabled={props.isPending} onPress={setAside}>
          Set it aside
        </GuardedButton>
      </div>
    </div>
  );
}
