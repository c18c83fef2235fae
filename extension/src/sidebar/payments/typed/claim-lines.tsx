/** One claim of a payment that is typed in: its lines, and what each is missing to add up. */
import { cents, formatMoney } from '@claimside/shared/values';
import { useEffect, useRef } from 'preact/hooks';
import { Button, Icon, Select, TextInput } from '../../../ui/parts/index.ts';
import {
  chargeOf,
  isTakenBack,
  LINE_PARTS,
  type LinePart,
  leftOf,
  type TypedClaimForm,
  type TypedLine,
} from './form.ts';
import { FurtherRefused } from './further-refused.tsx';
import { decidedAs } from './taken-back.ts';

const PART_LABELS: Readonly<Record<LinePart, string>> = {
  paid: 'Paid',
  contract: 'By contract',
  deductible: 'Deductible',
  coinsurance: 'Coinsurance',
  copay: 'Copay',
  notPaid: 'Not paid',
};

const DECISIONS = [
  ['1', 'First insurance'],
  ['2', 'Second insurance'],
  ['3', 'Third insurance'],
  ['4', 'Denied'],
  ['22', 'An earlier payment taken back'],
] as const satisfies readonly (readonly [TypedClaimForm['statusCode'], string])[];

export function ClaimLines(props: {
  form: TypedClaimForm;
  /** By which its fields are found: `claim-0`, `claim-0-line-1`. */
  place: string;
  onChange(form: TypedClaimForm): void;
  onRemove(): void;
}) {
  const { form, onChange } = props;
  const first = useRef<HTMLInputElement>(null);
  // The row that was pressed to add it is gone, and the focus with it.
  useEffect(() => first.current?.focus(), []);
  const change = (index: number, part: Partial<TypedLine>) =>
    onChange({
      ...form,
      lines: form.lines.map((line, at) => (at === index ? { ...line, ...part } : line)),
    });
  return (
    <fieldset aria-label={`Claim of ${form.patientName}`}>
      <p class="claim-row-line">
        <span>
          <strong>{form.patientName}</strong> · {form.claim.serviceLines[0]?.serviceDate}
        </span>
        <span class="number">charge {formatMoney(chargeOf(form))}</span>
      </p>
      <div class="pair">
        <TextInput
          inputRef={first}
          place={props.place}
          label="Payer’s claim number"
          value={form.payerClaimControlNumber}
          onType={(payerClaimControlNumber) => onChange({ ...form, payerClaimControlNumber })}
        />
        <Select
          label="Decided as"
          value={form.statusCode}
          choices={DECISIONS}
          onChoose={(statusCode) => onChange(decidedAs(form, statusCode))}
        />
      </div>
      {isTakenBack(form) && (
        <p class="small">
          {form.lastPaid && form.lines === form.lastPaid.lines
            ? `Filled in as check ${form.lastPaid.checkNumber} of ${form.lastPaid.paymentDate} said it, without a minus: it is taken off the payment.`
            : 'Write what is taken back without a minus, as the first decision said it: it is taken off the payment.'}
        </p>
      )}
      {form.claim.serviceLines.map((billed, index) => {
        const line = form.lines[index];
        if (!line) return null;
        const left = leftOf(line, billed.chargeAmount);
        return (
          <fieldset key={index} aria-label={`Line ${index + 1}`}>
            <p class="claim-row-line">
              <span class="mono">{[billed.procedureCode, ...billed.modifiers].join(' ')}</span>
              <span class="number">{formatMoney(billed.chargeAmount)}</span>
            </p>
            <div class="pair">
              {LINE_PARTS.map((part) => (
                <TextInput
                  key={part}
                  label={isTakenBack(form) && part === 'paid' ? 'Taken back' : PART_LABELS[part]}
                  mode="decimal"
                  place={part === 'paid' ? `${props.place}-line-${index}` : undefined}
                  value={line[part]}
                  onType={(typed) => change(index, { [part]: typed })}
                />
              ))}
              {line.notPaid.trim() !== '' && (
                <TextInput
                  label="Code, such as CO-197"
                  value={line.notPaidCode}
                  onType={(notPaidCode) => change(index, { notPaidCode })}
                />
              )}
            </div>
            {line.notPaid.trim() !== '' && (
              <FurtherRefused further={line.further} onChange={(further) => change(index, { further })} />
            )}
            <p class={`small balance tone-${left === 0 ? 'good' : 'neutral'}`}>
              <Icon name={left === 0 ? 'check' : 'clock'} />
              <span>
                {left === undefined
                  ? 'Write amounts such as 25.00.'
                  : left === 0
                    ? 'Adds up to its charge.'
                    : left > 0
                      ? `${formatMoney(left)} not accounted for yet.`
                      : `That is ${formatMoney(cents(0 - left))} more than its charge.`}
              </span>
            </p>
          </fieldset>
        );
      })}
      <div class="actions">
        <Button kind="quiet" class="small" onClick={props.onRemove}>
          Take this claim out
        </Button>
      </div>
    </fieldset>
  );
}
