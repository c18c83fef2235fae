/** One procedure of the fee schedule, to be added or changed. */
import type { ScheduledProcedure } from '@claimside/shared/api';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, TextInput } from '../../ui/parts/index.ts';
import { sentenceOf, usePractice, useServer } from '../../ui/server/index.ts';
import { useUnsaved } from '../../ui/use-unsaved.ts';
import { ContractRows } from './contract-rows.tsx';
import { type ContractRow, contractOf, payerChoices, type RowProblems, rowsOf } from './contracts.ts';
import { FIELDS, type Problems, procedureOf, textsOf } from './fields.ts';

/** Without `procedure` a new one. */
export function ProcedureForm({
  procedure,
  onDone,
}: {
  procedure?: ScheduledProcedure;
  onDone(said?: string): void;
}) {
  const server = useServer();
  const queries = useQueryClient();
  const [texts, setTexts] = useState(() => textsOf(procedure));
  const [problems, setProblems] = useState<Problems>({});
  const contract = procedure?.contract ?? [];
  const [rows, setRows] = useState<readonly ContractRow[]>(() => rowsOf(contract));
  useUnsaved({ texts, rows });
  const [rowProblems, setRowProblems] = useState<Readonly<Record<number, RowProblems>>>({});
  const choices = payerChoices(usePractice().data?.payers ?? [], contract);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const changed = () => {
    for (const name of ['fee-schedule', 'practice']) void queries.invalidateQueries({ queryKey: [name] });
  };
  const save = useMutation({
    mutationFn: (saved: ScheduledProcedure) => server.changeProcedure(saved),
    onSuccess: ({ code }) => {
      changed();
      onDone(`${code} is stored.`);
    },
  });
  const remove = useMutation({
    mutationFn: (code: string) => server.removeProcedure(code),
    onSuccess: (_, code) => {
      changed();
      onDone(`${code} is taken out.`);
    },
  });
  const trouble = save.error ?? remove.error;
  const isBusy = save.isPending || remove.isPending;
  const fields = procedure ? FIELDS.filter(([field]) => field !== 'code') : FIELDS;
  return (
    <form
      class="row-form"
      aria-label={procedure ? `Change ${procedure.code}` : 'Add a procedure'}
      onSubmit={(event) => {
        event.preventDefault();
        const read = procedureOf(texts);
        const code = 'procedure' in read ? read.procedure.code : '';
        const allowed = contractOf(code, rows, choices);
        setProblems('problems' in read ? read.problems : {});
        setRowProblems('problems' in allowed ? allowed.problems : {});
        if ('procedure' in read && 'contract' in allowed)
          save.mutate({ ...read.procedure, contract: allowed.contract });
      }}
    >
      <div class="form inline">
        {fields.map(([field, label], index) => (
          <TextInput
            key={field}
            label={label}
            value={texts[field]}
            problem={problems[field]}
            {...(index === 0 && { inputRef: first })}
            onType={(text) => setTexts({ ...texts, [field]: text })}
          />
        ))}
      </div>
      <ContractRows rows={rows} choices={choices} problems={rowProblems} onChange={setRows} />
      {trouble && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(trouble)}
        </p>
      )}
      <div class="section-actions">
        <Button type="submit" kind="main" disabled={isBusy}>
          {procedure ? 'Store' : 'Add'}
        </Button>
        <Button disabled={isBusy} onClick={() => onDone()}>
          Leave it
        </Button>
        {procedure && (
          <Button kind="danger" disabled={isBusy} onClick={() => remove.mutate(procedure.code)}>
            Take {procedure.code} out
          </Button>
        )}
      </div>
    </form>
  );
}
