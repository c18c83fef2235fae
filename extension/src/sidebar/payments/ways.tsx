/** The ways to decide what a payment is that posted nothing: buttons, and the form of the one that was pressed. */
import { useId, useState } from 'preact/hooks';
import { Button } from '../../ui/parts/index.ts';
import { focusSoon } from '../focus-soon.ts';
import { DecideSame, WAYS, type Way } from './decide-same.tsx';

/** `onDecided`: the buttons may be gone by then. */
export function Ways(props: { id: string; ways: readonly Way[]; onDecided(): void }) {
  const [way, setWay] = useState<Way>();
  const buttons = useId();
  const idOf = (each: Way) => `${buttons}${each}`;
  if (way !== undefined)
    return (
      <DecideSame
        key={way}
        id={props.id}
        way={way}
        onLeave={() => {
          setWay(undefined);
          focusSoon(idOf(way));
        }}
        onDecided={() => {
          setWay(undefined);
          props.onDecided();
        }}
      />
    );
  return (
    <div class="actions">
      {props.ways.map((each) => (
        <Button key={each} id={idOf(each)} onClick={() => setWay(each)}>
          {WAYS[each].open}
        </Button>
      ))}
    </div>
  );
}
