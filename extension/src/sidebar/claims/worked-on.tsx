/** Who has a claim, what people wrote down about it, and its proof of filing. */
import type { ClaimDetail } from '@claimside/shared/api';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Button, Select, When } from '../../ui/parts/index.ts';
import { sentenceOf, useAssignees, useNotes, useServer, useSession } from '../../ui/server/index.ts';
import { useNow } from '../../ui/use-now.ts';

export function WorkedOn({ claim }: { claim: ClaimDetail }) {
  return (
    <>
      <Notes claimId={claim.id} />
      <section class="worked-on" aria-label="Work">
        <AssignedTo claim={claim} />
        <Button
          icon="open"
          onClick={() =>
            void browser.tabs.create({
              url: browser.runtime.getURL(`/history.html?claim=${encodeURIComponent(claim.id)}`),
            })
          }
        >
          Print proof of timely filing
        </Button>
      </section>
    </>
  );
}

function AssignedTo({ claim }: { claim: ClaimDetail }) {
  const server = useServer();
  const queries = useQueryClient();
  const me = useSession().data?.deviceId;
  const people = (useAssignees().data ?? []).filter(
    ({ id, isActive }) => isActive || id === claim.assignedTo,
  );
  const assign = useMutation({
    mutationFn: (deviceId: string | null) => server.assignClaim(claim.id, deviceId),
    onSettled: () =>
      Promise.all(['claim', 'claims'].map((name) => queries.invalidateQueries({ queryKey: [name] }))),
  });
  return (
    <div class="assigned">
      <Select
        label="Who works on it"
        disabled={assign.isPending}
        value={claim.assignedTo ?? ''}
        choices={[
          ['', 'Nobody'],
          ...people.map(({ id, name }) => [id, id === me ? `${name} (you)` : name] as const),
        ]}
        onChoose={(deviceId) => assign.mutate(deviceId || null)}
      />
      {assign.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(assign.error)}
        </p>
      )}
    </div>
  );
}

function Notes({ claimId }: { claimId: string }) {
  const notes = useNotes(claimId);
  const now = useNow();
  return (
    <section class="notes" aria-label="Notes">
      <h2>Notes</h2>
      {notes.error && <p class="small dim">{sentenceOf(notes.error)}</p>}
      <ul>
        {notes.data?.map(({ id, at, by, text }) => (
          <li key={id}>
            <p class="note-text">{text}</p>
            <p class="small dim">
              {by}, <When instant={at} now={now} />
            </p>
          </li>
        ))}
      </ul>
      <WriteNote claimId={claimId} />
    </section>
  );
}

function WriteNote({ claimId }: { claimId: string }) {
  const server = useServer();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  // One key for one note, however often it is pressed before an answer comes.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const field = useRef<HTMLTextAreaElement>(null);
  const write = useMutation({
    mutationFn: (note: { text: string; key: string }) => server.addNote(claimId, note.text, note.key),
    onSuccess: (notes) => {
      queries.setQueryData(['claim', claimId, 'notes'], notes);
      setText('');
      setKey(crypto.randomUUID());
      // The button takes no focus while nothing is written.
      field.current?.focus();
    },
  });
  return (
    <form
      class="write-note"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') write.mutate({ text: text.trim(), key });
      }}
    >
      <textarea
        ref={field}
        class="input"
        aria-label="New note"
        placeholder="What you found out, whom you spoke to"
        rows={2}
        maxLength={1_000}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setKey(crypto.randomUUID());
        }}
      />
      <Button type="submit" disabled={write.isPending || text.trim() === ''}>
        {write.isPending ? 'Writing it down' : 'Add note'}
      </Button>
      {write.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(write.error)}
        </p>
      )}
    </form>
  );
}
