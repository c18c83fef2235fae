/** Money of a payment that belongs to no claim (PLB): why, what it does to the payment, and its amount. */
import { PROVIDER_ADJUSTMENT_CHOICES } from '@claimside/shared/advice';
import { Button, Select, TextInput } from '../../../ui/parts/index.ts';
import { besideOf, type TypedBeside } from './form.ts';

const CHOICES = PROVIDER_ADJUSTMENT_CHOICES.map(([code, words]) => [code, `${code}: ${words}`] as const);

const DOES = [
  ['lowers', 'Lowers it'],
  ['raises', 'Raises it'],
] as const;

export function BesideClaims(props: {
  beside: readonly TypedBeside[];
  onChange(beside: readonly TypedBeside[]): void;
}) {
  const { beside, onChange } = props;
  const change = (index: number, part: Partial<TypedBeside>) =>
    onChange(beside.map((each, at) => (at === index ? { ...each, ...part } : each)));
  return (
    <>
      {beside.map((each, index) => (
        <fieldset key={index} aria-label={`Beside the claims, ${index + 1}`}>
          <p class="small dim">
            Beside the claims: write the amount without a sign, and whether it lowers or raises the payment.
          </p>
          <Select
            label="Why"
            value={each.reason}
            choices={CHOICES}
            onChoose={(reason) => change(index, { reason, does: besideOf(reason).does })}
          />
          <div class="pair">
            <Select
              label="What it does"
              value={each.does}
              choices={DOES}
              onChoose={(does) => change(index, { does })}
            />
            <TextInput
              label="Amount beside the claims"
              mode="decimal"
              value={each.amount}
              onType={(amount) => change(index, { amount })}
            />
            <TextInput
              label="Reference, if the paper has one"
              value={each.reference}
              onType={(reference) => change(index, { reference })}
            />
          </div>
          <div class="actions">
            <Button kind="quiet" class="small" onClick={() => onChange(beside.toSpliced(index, 1))}>
              Take this out
            </Button>
          </div>
        </fieldset>
      ))}
      <div class="actions">
        <Button class="small" onClick={() => onChange([...beside, besideOf('WO')])}>
          Add money beside the claims
        </Button>
      </div>
    </>
  );
}
