/** Chooses the days of service: presets, or typed. */
import { type IsoDate, isIsoDate } from '@claimside/shared/values';
import { useState } from 'preact/hooks';
import { Select, TextInput } from '../ui/parts/index.ts';
import { type Asked, PRESET_WORDS, PRESETS, type Preset, presetOf, spanOf } from './asked.ts';

const TYPED = 'typed';

export function Range(props: { asked: Asked; today: IsoDate; onAsk(asked: Asked): void }) {
  const { asked, today, onAsk } = props;
  const [chosen, setChosen] = useState<Preset | typeof TYPED>(() => presetOf(asked, today) ?? TYPED);
  const [from, setFrom] = useState<string>(asked.from);
  const [to, setTo] = useState<string>(asked.to);
  const type = (typed: { from: string; to: string }) => {
    setFrom(typed.from);
    setTo(typed.to);
    const [first, last] = [typed.from.trim(), typed.to.trim()];
    if (isIsoDate(first) && isIsoDate(last) && first <= last) onAsk({ ...asked, from: first, to: last });
  };
  const isWrongOrder = isIsoDate(from.trim()) && isIsoDate(to.trim()) && from.trim() > to.trim();
  const problem = (text: string) => (isIsoDate(text.trim()) ? undefined : 'Write it as 2026-11-27.');
  return (
    <div class="report-range">
      <Select<Preset | typeof TYPED>
        label="Dates of service"
        value={chosen}
        choices={[...PRESETS.map((preset) => [preset, PRESET_WORDS[preset]] as const), [TYPED, 'Other days']]}
        onChoose={(next) => {
          setChosen(next);
          if (next === TYPED) return;
          const span = spanOf(next, today);
          setFrom(span.from);
          setTo(span.to);
          onAsk({ ...asked, ...span });
        }}
      />
      {chosen === TYPED ? (
        <>
          <TextInput
            label="From"
            value={from}
            problem={problem(from)}
            onType={(text) => type({ from: text, to })}
          />
          <TextInput
            label="To"
            value={to}
            problem={problem(to) ?? (isWrongOrder ? 'This is before the first day.' : undefined)}
            onType={(text) => type({ from, to: text })}
          />
        </>
      ) : (
        <p class="dim report-days">
          {asked.from} to {asked.to}
        </p>
      )}
    </div>
  );
}
