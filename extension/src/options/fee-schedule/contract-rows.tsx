/** The contract amounts of one procedure in its form: changed, added and taken out. */
import { useRef } from 'preact/hooks';
import { Button, Field, TextInput } from '../../ui/parts/index.ts';
import { type ContractRow, NO_PAYER, newRow, type PayerChoice, type RowProblems } from './contracts.ts';

export function ContractRows(props: {
  rows: readonly ContractRow[];
  choices: readonly PayerChoice[];
  problems: Readonly<Record<number, RowProblems>>;
  onChange(rows: readonly ContractRow[]): void;
}) {
  const { rows, choices, problems, onChange } = props;
  const place = useRef<HTMLFieldSetElement>(null);
  const adder = () => place.current?.querySelector<HTMLElement>('.add-contract');
  const change = (id: number, part: Partial<ContractRow>) =>
    onChange(rows.map((row) => (row.id === id ? { ...row, ...part } : row)));
  const add = () => {
    onChange([...rows, newRow(Math.max(-1, ...rows.map(({ id }) => id)) + 1)]);
    requestAnimationFrame(() => [...(place.current?.querySelectorAll('select') ?? [])].at(-1)?.focus());
  };
  return (
    <fieldset ref={place} class="contract-rows">
      <legend>What payers allow by contract for one unit</legend>
      {choices.length === 0 && <p class="dim">Add your payers first, under Practice.</p>}
      {rows.map(({ id, payer, modifiers, amount }, at) => (
        <fieldset key={id} class="form inline" aria-label={`Contract amount ${at + 1}`}>
          <Field label="Payer" problem={problems[id]?.payer}>
            {(control) => (
              <select
                {...control}
                class="input"
                value={payer}
                onChange={(event) => change(id, { payer: event.currentTarget.value })}
              >
                <option value={NO_PAYER}>Choose</option>
                {choices.map(({ key, words }) => (
                  <option key={key} value={key}>
                    {words}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <TextInput
            label="Only with modifiers"
            value={modifiers}
            problem={problems[id]?.modifiers}
            onType={(text) => change(id, { modifiers: text })}
          />
          <TextInput
            label="Allowed"
            mode="decimal"
            value={amount}
            problem={problems[id]?.amount}
            onType={(text) => change(id, { amount: text })}
          />
          <Button
            aria-label={`Take out contract amount ${at + 1}`}
            onClick={() => {
              onChange(rows.filter((row) => row.id !== id));
              adder()?.focus();
            }}
          >
            Take out
          </Button>
        </fieldset>
      ))}
      {choices.length > 0 && (
        <Button class="add-contract" onClick={add}>
          Add a contract amount
        </Button>
      )}
    </fieldset>
  );
}
