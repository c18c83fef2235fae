/** What becomes of the account that a connection had, while answers are awaited there. */
import type { FormerAccount } from '@claimside/shared/api';
import { useEffect, useRef } from 'preact/hooks';
import { Select } from '../../ui/parts/index.ts';

/** `words`: how much is awaited where, as the server said it. */
export function Former(props: {
  words: string;
  former: FormerAccount;
  onChoose(former: FormerAccount): void;
}) {
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => part.current?.querySelector('select')?.focus(), []);
  return (
    <div ref={part}>
      <p class="finding tone-warning" role="alert">
        {props.words}
      </p>
      <Select
        label="The former account"
        value={props.former}
        choices={[
          ['keep', 'Keep it as a further connection'],
          ['leave', 'Let it go: its answers are not fetched'],
        ]}
        onChoose={props.onChoose}
      />
    </div>
  );
}
