/** Procedures of the fee schedule as somebody types, each with what it fills and what payers allow. */
import type { ScheduledProcedure } from '@claimside/shared/api';
import { useRef, useState } from 'preact/hooks';
import { Button, Failed, Loading, More, Tag, TextInput } from '../../ui/parts/index.ts';
import { useFoundProcedures, useSettled } from '../../ui/server/index.ts';
import { ProcedureForm } from './procedure-form.tsx';
import { contractName, defaultsOf, dollars } from './words.ts';

const REST_MS = 200;

export function FoundProcedures({ canChange }: { canChange: boolean }) {
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const [isAll, setAll] = useState(false);
  const settled = useSettled(text.trim(), REST_MS);
  const isAsked = isAll || settled !== '';
  const pages = useFoundProcedures(settled, isAsked);
  const found = isAsked ? (pages.data?.pages.flatMap(({ procedures }) => procedures) ?? []) : [];
  return (
    <div class="look-up">
      <div class="form">
        <TextInput label="Look up a code or description" value={text} onType={setText} />
      </div>
      {settled === '' && (
        <div class="section-actions">
          <Button aria-expanded={isAll} onClick={() => setAll(!isAll)}>
            {isAll ? 'Close the list' : 'Show all codes'}
          </Button>
        </div>
      )}
      <p role="status" class="small dim">
        {said || (settled !== '' && pages.data && (found.length === 0 ? 'No procedure is found so.' : ''))}
      </p>
      {pages.error && <Failed error={pages.error} onRetry={() => void pages.refetch()} />}
      {isAsked && pages.isPending && <Loading what="the fee schedule" />}
      <ul class="rows">
        {found.map((procedure) => (
          <Row key={procedure.code} procedure={procedure} canChange={canChange} onSaid={setSaid} />
        ))}
      </ul>
      {isAsked && <More pages={pages} what="procedures" />}
    </div>
  );
}

function Row(props: { procedure: ScheduledProcedure; canChange: boolean; onSaid(said: string): void }) {
  const { procedure, canChange } = props;
  const [isOpen, setOpen] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const { code, description, price, selfPayPrice, contract } = procedure;
  const defaults = defaultsOf(procedure);
  return (
    <li ref={row} class="row procedure">
      <div class="row-main">
        <strong class="mono">{code}</strong> {description}
        {price === undefined && <Tag tone="warning">No price</Tag>}
        {defaults !== '' && <p class="small dim">{defaults}</p>}
        {contract.length > 0 && (
          <ul class="small">
            {contract.map((one) => (
              <li key={contractName(one)}>
                {contractName(one)}: <span class="money">{dollars(one.amount)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <span class="procedure-prices">
        {price !== undefined && <span class="money">{dollars(price)}</span>}
        {selfPayPrice !== undefined && <span class="small dim">self-pay {dollars(selfPayPrice)}</span>}
      </span>
      {canChange && (
        <Button aria-expanded={isOpen} aria-label={`Change ${code}`} onClick={() => setOpen(!isOpen)}>
          Change
        </Button>
      )}
      {isOpen && (
        <ProcedureForm
          procedure={procedure}
          onDone={(said = '') => {
            setOpen(false);
            props.onSaid(said);
            row.current?.querySelector('button')?.focus();
          }}
        />
      )}
    </li>
  );
}
