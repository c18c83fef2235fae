/** For admins: the practice's accounts at clearinghouses, which payers go by which, and a further one. */
import type { Connections } from '@claimside/shared/api';
import { useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Failed, Loading } from '../../ui/parts/index.ts';
import { useConnections, usePractice, useServer } from '../../ui/server/index.ts';
import { Section } from '../section.tsx';
import { AccountForm } from './account-form.tsx';
import { newAccount } from './fields.ts';
import { ConnectionRow } from './row.tsx';

const KEY = ['exchange', 'connections'];

export function ConnectionsSection() {
  const connections = useConnections();
  const queries = useQueryClient();
  const [said, setSaid] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  // The button that was pressed may be gone, with its row.
  useEffect(() => {
    if (said !== '' && document.activeElement === document.body) status.current?.focus();
  }, [said]);
  const onDone = (all: Connections, words: string) => {
    queries.setQueryData(KEY, all);
    void queries.invalidateQueries({ queryKey: ['exchange'] });
    setSaid(words);
  };
  return (
    <Section
      title="Clearinghouse connections"
      at="connections"
      intro="All payers go by the main connection. Others may be added, for payers that go elsewhere."
    >
      {connections.data ? (
        <>
          <ul class="rows">
            {connections.data.connections.map((connection) => (
              <ConnectionRow
                key={connection.id}
                connection={connection}
                all={connections.data}
                onDone={onDone}
              />
            ))}
          </ul>
          <AddConnection all={connections.data} onDone={onDone} />
        </>
      ) : connections.error ? (
        <Failed error={connections.error} onRetry={() => void connections.refetch()} />
      ) : (
        <Loading what="the connections" />
      )}
      <p ref={status} role="status" class="small" tabIndex={-1}>
        {said}
      </p>
    </Section>
  );
}

function AddConnection(props: { all: Connections; onDone(all: Connections, words: string): void }) {
  const { all, onDone } = props;
  const server = useServer();
  const practice = usePractice();
  const place = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const isFirst = all.connections.length === 0;
  const close = () => {
    setOpen(false);
    place.current?.querySelector('button')?.focus();
  };
  return (
    <div ref={place}>
      <Button aria-expanded={isOpen} onClick={() => setOpen(true)}>
        {isFirst ? 'Set up the connection' : 'Add a connection'}
      </Button>
      {isOpen && (
        <AccountForm
          title={isFirst ? 'The main connection' : 'A further connection'}
          begin={newAccount(all, practice.data ?? null)}
          clearinghouses={all.clearinghouses}
          needsName={!isFirst}
          save={(account) => server.addConnection(account)}
          onCancel={close}
          onSaved={(saved) => {
            close();
            const added = saved.connections.find(({ id }) => all.connections.every((each) => each.id !== id));
            const next = isFirst ? 'Test it.' : 'Test it, then choose its payers: none goes by it yet.';
            onDone(saved, `${added?.name ?? 'The connection'} was added. ${next}`);
          }}
        />
      )}
    </div>
  );
}
