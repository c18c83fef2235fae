/** For admins: which reading holds, and the amounts with the day from which each holds. */
import type { FeeSettings } from '@claimside/shared/api';
import { amountIn } from '@claimside/shared/fee-schedule';
import { cents, isIsoDate } from '@claimside/shared/values';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useRef, useState } from 'preact/hooks';
import { amountText } from '../../sidebar/typed.ts';
import { Button, Select, TextInput } from '../../ui/parts/index.ts';
import { sentenceOf, useServer } from '../../ui/server/index.ts';
import { useUnsaved } from '../../ui/use-unsaved.ts';

interface Typed {
  readonly from: string;
  readonly threshold: string;
  readonly amount: string;
  readonly paperAmount: string;
}
type Problems = Partial<Record<keyof Typed, string>>;

const FIELDS = [
  ['from', 'Holds from'],
  ['threshold', 'Share in percent'],
  ['amount', 'Fee of a month'],
  ['paperAmount', 'A claim on paper'],
] as const;

export function FeeSettingsForm({ settings }: { settings: FeeSettings }) {
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const opener = useRef<HTMLDivElement>(null);
  return (
    <>
      <div ref={opener} class="section-actions">
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Change how it is counted
        </Button>
        <span role="status" class="small">
          {said}
        </span>
      </div>
      {isOpen && (
        <Form
          settings={settings}
          onDone={(words) => {
            setOpen(false);
            setSaid(words);
            opener.current?.querySelector('button')?.focus();
          }}
        />
      )}
    </>
  );
}

function Form({ settings, onDone }: { settings: FeeSettings; onDone(said: string): void }) {
  const server = useServer();
  const queries = useQueryClient();
  const [reading, setReading] = useState<'half' | 'any' | 'not-known'>(settings.reading ?? 'not-known');
  const [rows, setRows] = useState<readonly Typed[]>(() => settings.amounts.map(typedOf));
  useUnsaved({ reading, rows });
  /** As they were when the form was opened. */
  const [begun] = useState(settings);
  const [problems, setProblems] = useState<readonly Problems[]>([]);
  const save = useMutation({
    mutationFn: (after: FeeSettings) => server.changeFeeSettings({ before: begun, after }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['exchange', 'fees'] });
      onDone('Stored.');
    },
  });
  const change = (index: number, changes: Partial<Typed>) =>
    setRows(rows.map((row, at) => (at === index ? { ...row, ...changes } : row)));
  return (
    <form
      class="fee-settings"
      aria-label="How the fee is counted"
      onSubmit={(event) => {
        event.preventDefault();
        const read = rows.map((row) => amountsOf(row, rows));
        setProblems(read.map((row) => ('problems' in row ? row.problems : {})));
        const amounts = read.flatMap((row) => ('amounts' in row ? [row.amounts] : []));
        if (amounts.length === rows.length)
          save.mutate({ reading: reading === 'not-known' ? null : reading, amounts });
      }}
    >
      <div class="form">
        <Select
          label="Which reading holds"
          value={reading}
          choices={[
            ['not-known', 'Not known: show both'],
            ['half', 'From a share of the claims on'],
            ['any', 'Any claim'],
          ]}
          onChoose={setReading}
        />
      </div>
      {rows.map((row, index) => (
        <fieldset key={index} class="fee-amounts">
          <legend class="small dim">Amounts {index + 1}</legend>
          <div class="form inline fee-fields">
            {FIELDS.map(([field, label]) => (
              <TextInput
                key={field}
                label={label}
                value={row[field]}
                problem={problems[index]?.[field]}
                onType={(text) => change(index, { [field]: text })}
              />
            ))}
          </div>
          {rows.length > 1 && (
            <Button onClick={() => setRows(rows.filter((_, at) => at !== index))}>
              Take amounts {index + 1} out
            </Button>
          )}
        </fieldset>
      ))}
      {save.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(save.error)}
        </p>
      )}
      <div class="section-actions">
        <Button type="submit" kind="main" disabled={save.isPending}>
          Store
        </Button>
        <Button
          onClick={() =>
            setRows([...rows, { ...(rows.at(-1) ?? EMPTY), from: new Date().toISOString().slice(0, 10) }])
          }
        >
          Add amounts
        </Button>
        <Button disabled={save.isPending} onClick={() => onDone('')}>
          Leave it
        </Button>
      </div>
    </form>
  );
}

const EMPTY: Typed = { from: '', threshold: '50', amount: '', paperAmount: '' };

function typedOf({ from, threshold, amount, paperAmount }: FeeSettings['amounts'][number]): Typed {
  return {
    from,
    threshold: String(threshold * 100),
    amount: amountText(cents(amount)),
    paperAmount: amountText(cents(paperAmount)),
  };
}

function amountsOf(
  typed: Typed,
  all: readonly Typed[],
): { readonly amounts: FeeSettings['amounts'][number] } | { readonly problems: Problems } {
  const problems: Problems = {};
  const from = typed.from.trim();
  if (!isIsoDate(from)) problems.from = 'Write it as 2026-11-27.';
  else if (all.some((other) => other !== typed && other.from.trim() === from))
    problems.from = 'Another of the amounts holds from this day too.';
  const percent = Number(typed.threshold);
  if (!(percent > 0 && percent <= 100)) problems.threshold = 'Write a number up to 100, such as 50.';
  const money = (field: 'amount' | 'paperAmount'): number => {
    const cell = amountIn(typed[field].trim());
    if ('value' in cell) return cell.value;
    problems[field] = 'Write dollars and cents, such as 39.95.';
    return 0;
  };
  const [amount, paperAmount] = [money('amount'), money('paperAmount')];
  if (Object.keys(problems).length > 0) return { problems };
  return { amounts: { from, threshold: percent / 100, amount, paperAmount } };
}
