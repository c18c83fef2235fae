/** Types in a payment from paper: the check, the claims that it pays, and each line until it adds up. */
import { isWhole, type TypedPayment } from '@claimside/shared/api';
import { cents, formatMoney, parseMoney } from '@claimside/shared/values';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Icon, Select, TextInput } from '../../../ui/parts/index.ts';
import { ServerTrouble, sentenceOf, usePractice, useServer } from '../../../ui/server/index.ts';
import { useUnsaved } from '../../../ui/use-unsaved.ts';
import { focusSoon } from '../../focus-soon.ts';
import { GuardedButton } from '../../guarded-press.tsx';
import { today } from '../../today.ts';
import { BesideClaims } from './beside-claims.tsx';
import { ClaimChoice } from './claim-choice.tsx';
import { ClaimLines } from './claim-lines.tsx';
import {
  besideSum,
  EMPTY_FORM,
  isTakenBack,
  type Missing,
  missingOf,
  missingWords,
  type PaymentForm,
  paidOf,
  paymentOf,
  typedClaim,
} from './form.ts';
import { lastPaid } from './taken-back.ts';

/** Problems that say that the check is here already. */
const CAME_BEFORE: readonly string[] = ['check-known', 'payment-known'];

const ADD_CLAIM_ID = 'add-claim-to-payment';

/** Fields that say themselves what is wrong with them. */
const HEAD: readonly Missing['at'][] = ['payer', 'number', 'date', 'total'];

/** To the field that something is missing in. */
function goTo(at: Missing['at']): void {
  if (at === 'add-claim') focusSoon(ADD_CLAIM_ID);
  else if (at !== undefined) document.querySelector<HTMLElement>(`[data-place="${at}"]`)?.focus();
}

const METHODS = [
  ['CHK', 'Check'],
  ['ACH', 'EFT'],
  ['NON', 'No payment'],
] as const;

/** `onDone`: with what was posted, in words, where it was. `onKept`: it came before, and waits under this remittance to be compared. */
export function TypePayment(props: { onDone(posted?: string): void; onKept(remittanceId: string): void }) {
  const { onDone, onKept } = props;
  const server = useServer();
  const queries = useQueryClient();
  const [form, setForm] = useState<PaymentForm>({ ...EMPTY_FORM, paymentDate: today() });
  useUnsaved(form);
  const payers = usePractice().data?.payers.map(({ name }) => name) ?? [];
  const [said, setSaid] = useState<Missing>();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const change = (part: Partial<PaymentForm>) => {
    setSaid(undefined);
    setForm((at) => ({ ...at, ...part }));
  };
  const send = useMutation({
    mutationFn: (payment: TypedPayment) => server.typePayment(payment),
    onSuccess: (file, payment) =>
      file.state === 'read'
        ? onDone(`${payment.checkNumber} of ${payment.payerName}, ${formatMoney(payment.total)}, is posted.`)
        : setSaid({ sentence: file.reason ?? 'It waits for a person.' }),
    onSettled: () =>
      Promise.all(
        ['remittances', 'files', 'exchange', 'claims', 'claim'].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  });
  const keep = useMutation({
    mutationFn: async (payment: TypedPayment) => {
      await server.typePayment({ ...payment, isToCompare: true });
      const number = payment.checkNumber.toUpperCase();
      const { remittances } = await server.searchRemittances({ search: number });
      const kept = remittances.find(
        ({ checkNumber, state }) => checkNumber === number && state === 'needs-person',
      );
      if (kept) onKept(kept.id);
      else onDone();
    },
    onSettled: () =>
      Promise.all(['remittances', 'files'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
  const trouble = useRef<HTMLDivElement>(null);
  // Below a long form it would be said out of sight.
  useEffect(() => {
    if (said?.at === undefined) trouble.current?.scrollIntoView({ block: 'nearest' });
  }, [said, send.error, keep.error]);
  const press = (way: Pick<typeof send | typeof keep, 'mutate'>) => {
    const payment = paymentOf(form, today());
    if (payment.ok) way.mutate(payment.value);
    else {
      setSaid(payment.error);
      goTo(payment.error.at);
    }
  };
  const add = async (claimId: string) => {
    const claim = await server.claim(claimId);
    // Who types payments sees money.
    if (!isWhole(claim)) return;
    setSaid(undefined);
    setForm((at) => ({
      ...at,
      payerName: at.payerName || claim.payerName,
      // What is taken back and what is decided anew may stand on one paper.
      claims: at.claims.some((each) => each.claimId === claimId && !isTakenBack(each))
        ? at.claims
        : [...at.claims, typedClaim(claim, claim.claim, lastPaid(claim))],
    }));
  };
  return (
    <section class="typing" aria-label="Type in a payment">
      <h2>Type in a payment</h2>
      <p class="dim">From an EOB or a check on paper. It is posted only once all of it adds up.</p>
      <div class="pair">
        <TextInput
          inputRef={first}
          label="Payer"
          place="payer"
          problem={said?.at === 'payer' ? said.sentence : undefined}
          offers={payers}
          value={form.payerName}
          onType={(payerName) => change({ payerName })}
        />
        <TextInput
          label="Check or EFT number"
          place="number"
          problem={said?.at === 'number' ? said.sentence : undefined}
          value={form.checkNumber}
          onType={(checkNumber) => change({ checkNumber })}
        />
        <TextInput
          label="Date"
          place="date"
          problem={said?.at === 'date' ? said.sentence : undefined}
          value={form.paymentDate}
          onType={(paymentDate) => change({ paymentDate })}
        />
        <Select label="How" value={form.method} choices={METHODS} onChoose={(method) => change({ method })} />
        <TextInput
          label="Total"
          place="total"
          problem={said?.at === 'total' ? said.sentence : undefined}
          mode="decimal"
          value={form.total}
          onType={(total) => change({ total })}
        />
      </div>
      {form.claims.map((claim, index) => (
        <ClaimLines
          key={`${claim.claimId} ${index}`}
          form={claim}
          place={`claim-${index}`}
          onChange={(changed) => change({ claims: form.claims.with(index, changed) })}
          onRemove={() => {
            change({ claims: form.claims.toSpliced(index, 1) });
            focusSoon(ADD_CLAIM_ID);
          }}
        />
      ))}
      <ClaimChoice id={ADD_CLAIM_ID} onChoose={add} />
      <BesideClaims beside={form.beside} onChange={(beside) => change({ beside })} />
      <Sum form={form} />
      <div class="actions">
        <GuardedButton disabled={send.isPending} onPress={() => press(send)}>
          {send.isPending ? 'Posting' : 'Post the payment'}
        </GuardedButton>
        <Button kind="quiet" onClick={() => onDone()}>
          Leave it
        </Button>
      </div>
      <div ref={trouble}>
        {said !== undefined && !HEAD.includes(said.at) && (
          <p class="finding tone-warning" role="alert">
            <Icon name="warning" />
            <span>{said.sentence}</span>
          </p>
        )}
        {send.error && (
          <div class="finding tone-bad" role="alert">
            <p>{sentenceOf(send.error)}</p>
            {send.error instanceof ServerTrouble &&
              send.error.findings.map(({ path, message }) => <p key={path}>{message}</p>)}
            {send.error instanceof ServerTrouble && CAME_BEFORE.includes(send.error.code) && (
              <>
                <p>If it is another payment, keep it: both stand side by side, and you decide.</p>
                <GuardedButton disabled={keep.isPending} onPress={() => press(keep)}>
                  Keep it and compare both
                </GuardedButton>
              </>
            )}
            {keep.error && <p>{sentenceOf(keep.error)}</p>}
          </div>
        )}
      </div>
    </section>
  );
}

/** Green only when it is true to the cent. */
function Sum({ form }: { form: PaymentForm }) {
  const beside = besideSum(form);
  const missing = missingOf(form);
  const isSaid = form.claims.length + form.beside.length > 0;
  const isTrue = missing === 0 && isSaid;
  return (
    <p class={`balance tone-${isTrue ? 'good' : 'neutral'}`} aria-live="polite">
      <Icon name={isTrue ? 'check' : 'clock'} />
      <span>
        claims {formatMoney(paidOf(form))}
        {beside !== 0 && ` ${beside > 0 ? '−' : '+'} beside them ${formatMoney(cents(Math.abs(beside)))}`}{' '}
        {missing === 0 ? '=' : '≠'} total {formatMoney(parseMoney(form.total) ?? cents(0))}
        {missing !== 0 && `. ${missingWords(missing)}`}
      </span>
    </p>
  );
}
