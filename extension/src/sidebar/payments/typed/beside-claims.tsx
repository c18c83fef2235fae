/** Money of a payment that belongs to no claim (PLB): why, what it does to the payment, and its amount. */
import { PROVIDER_ADJUSTMENT_CHOICES } from '@claimside/shared/advice';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button, Select, TextInput } from '../../../ui/parts/index.ts';
import { focusSoon } from '../../focus-soon.ts';
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
  const adder = useId();
  const change = (index: number, part: Partial<TypedBeside>) =>
    onChange(beside.map((each, at) => (at === index ? { ...each, ...part } : each)));
  return (
    <>
      {beside.map((each, index) => (
        <One
          key={index}
          place={index + 1}
          one={each}
          onChange={(part) => change(index, part)}
          onRemove={() => {
            onChange(beside.toSpliced(index, 1));
            focusSoon(adder);
          }}
        />
      ))}
      <div class="actions">
        <Button id={adder} class="small" onClick={() => onChange([...beside, besideOf('WO')])}>
          Add money beside the claims
        </Button>
      </div>
    </>
  );
}

function One(props: {
  /** From 1. */
  place: number;
  one: TypedBeside;
  onChange(part: Partial<TypedBeside>): void;
  onRemove(): void;
}) {
  const { place, one, onChange, onRemove } = props;
  const fields = useRef<HTMLFieldSetElement>(null);
  useEffect(() => fields.current?.querySelector('select')?.focus(), []);
  return (
    <fieldset ref={fields} aria-label={`Beside the claims, ${place}`}>
      <p class="small dim">
        Beside the claims: write the amount without a sign, and whether it lowers or raises the payment.
      </p>
      <Select
        label="Why"
        value={one.reason}
        choices={CHOICES}
        onChoose={(reason) => onChange({ reason, does: besideOf(reason).does })}
      />
      <div class="pair">
        <Select
          label="What it does"
          value={one.does}
          choices={DOES}
          onChoose={(does) => onChange({ does })}
        />
        <TextInput
          label="Amount beside the claims"
          mode="decimal"
          value={one.amount}
          onType={(amount) => onChange({ amount })}
        />
        <TextInput
          label="Reference, if the paper has one"
          value={one.reference}
          onType={(reference) => onChange({ reference })}
        />
      </div>
      <div class="actions">
        <Button kind="quiet" class="small" onClick={onRemove}>
          Take this out
        </Button>
      </div>
    </fieldset>
  );
}
