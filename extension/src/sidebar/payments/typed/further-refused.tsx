/** What else of a line is not paid, where the paper names more than one code for it. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button, TextInput } from '../../../ui/parts/index.ts';
import { EMPTY_REFUSED, MOST_FURTHER, type Refused } from './form.ts';

export function FurtherRefused(props: {
  further: readonly Refused[];
  onChange(further: readonly Refused[]): void;
}) {
  const { further, onChange } = props;
  const last = useRef<HTMLInputElement>(null);
  const isAdded = useRef(false);
  // What was asked for is typed next.
  useLayoutEffect(() => {
    if (isAdded.current) last.current?.focus();
    isAdded.current = false;
  }, [further.length]);
  const change = (index: number, part: Partial<Refused>) =>
    onChange(further.map((each, at) => (at === index ? { ...each, ...part } : each)));
  return (
    <>
      {further.map(({ amount, code }, index) => (
        <div class="pair" key={index}>
          <TextInput
            {...(index === further.length - 1 && { inputRef: last })}
            label={`Not paid, ${index + 2}`}
            mode="decimal"
            value={amount}
            onType={(typed) => change(index, { amount: typed })}
          />
          <TextInput
            label={`Code of ${index + 2}`}
            value={code}
            onType={(typed) => change(index, { code: typed })}
          />
        </div>
      ))}
      {further.length < MOST_FURTHER && (
        <div class="actions">
          <Button
            kind="quiet"
            class="small"
            onClick={() => {
              isAdded.current = true;
              onChange([...further, EMPTY_REFUSED]);
            }}
          >
            Not paid for another reason, too
          </Button>
        </div>
      )}
    </>
  );
}
