/** Whether the money of a payment has arrived at the bank: said once, corrected by saying it again. */
import type { DepositState, RecordDeposit, RemittanceDetail } from '@claimside/shared/api';
import { cents, formatMoney } from '@claimside/shared/values';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button, TextInput } from '../../ui/parts/index.ts';
import { sentenceOf, useServer } from '../../ui/server/index.ts';
import { focusSoon } from '../focus-soon.ts';
import { GuardedButton } from '../guarded-press.tsx';
import { today } from '../today.ts';
import { amountText, readAmount, readDay } from '../typed.ts';
import { depositWords } from './remittance-rows.tsx';

export function Deposit({ remittance, deposit }: { remittance: RemittanceDetail; deposit: DepositState }) {
  const [isOpen, setOpen] = useState(false);
  const opener = useId();
  const close = () => {
    setOpen(false);
    focusSoon(opener);
  };
  return (
    <div class="deposit">
      <span>{sentence(depositWords(deposit))}.</span>{' '}
      {!isOpen && (
        <Button id={opener} class="small" onClick={() => setOpen(true)}>
          {deposit.state === 'awaited' ? 'It has arrived' : 'Correct that'}
        </Button>
      )}
      {isOpen && <DepositForm remittance={remittance} isSaid={deposit.amount !== 0} onDone={close} />}
    </div>
  );
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** `isSaid`: something is written down as arrived, and may be another payment's. */
function DepositForm(props: { remittance: RemittanceDetail; isSaid: boolean; onDone(): void }) {
  const { remittance, isSaid, onDone } = props;
  const server = useServer();
  const queries = useQueryClient();
  const [dayTyped, setDay] = useState<string>(today());
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  // What a payer takes from the account is typed without a sign.
  const sign = remittance.total < 0 ? -1 : 1;
  const [amountTyped, setAmount] = useState(amountText(cents(Math.abs(remittance.total))));
  const day = readDay(dayTyped, today());
  const amount = readAmount(amountTyped);
  const save = useMutation({
    mutationFn: (arrived: RecordDeposit) => server.recordDeposit(remittance.id, arrived),
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: ['remittances'] }),
  });
  const press = () => {
    if (day.ok && amount.ok) save.mutate({ receivedOn: day.value, amount: cents(sign * amount.value) });
  };
  return (
    <fieldset
      class="deposit-form"
      aria-label="What has arrived"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      <TextInput
        inputRef={first}
        label="Day"
        value={dayTyped}
        problem={day.ok ? undefined : day.error}
        onType={setDay}
      />
      <TextInput
        label="Amount"
        mode="decimal"
        value={amountTyped}
        problem={amount.ok ? undefined : amount.error}
        onType={setAmount}
      />
      <div class="actions">
        <GuardedButton disabled={save.isPending} onPress={press}>
          {amount.ok ? `${formatMoney(amount.value)} ${sign < 0 ? 'was taken' : 'arrived'}` : 'It arrived'}
        </GuardedButton>
        {isSaid && (
          <GuardedButton
            kind="quiet"
            disabled={save.isPending}
            onPress={() => save.mutate({ receivedOn: today(), amount: cents(0) })}
          >
            It has not arrived
          </GuardedButton>
        )}
        <Button kind="quiet" onClick={onDone}>
          Back
        </Button>
      </div>
      {save.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(save.error)}
        </p>
      )}
    </fieldset>
  );
}
