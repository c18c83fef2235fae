/** The ways out of a payment that posted nothing, as the server tells them: buttons for those that are open, of the others why not. */
import type { RemittanceDetail, WayOut } from '@claimside/shared/api';
import { useId, useState } from 'preact/hooks';
import { Button } from '../../ui/parts/index.ts';
import { useServer } from '../../ui/server/index.ts';
import { focusSoon } from '../focus-soon.ts';
import { DecideWay, WAYS, type Way } from './decide-way.tsx';
import { TakeUp } from './take-up.tsx';

/** `isCompared`: with another one that may be the same money. `onDecided`: the buttons may be gone by then. */
export function Ways(props: { remittance: RemittanceDetail; isCompared: boolean; onDecided(): void }) {
  const { remittance, isCompared, onDecided } = props;
  const server = useServer();
  const [way, setWay] = useState<Way>();
  const buttons = useId();
  const idOf = (each: Way) => `${buttons}${each}`;
  if (way !== undefined)
    return (
      <DecideWay
        key={way}
        id={remittance.id}
        way={way}
        onLeave={() => {
          setWay(undefined);
          focusSoon(idOf(way));
        }}
        onDecided={() => {
          setWay(undefined);
          onDecided();
        }}
      />
    );
  const open = remittance.ways.filter(({ closed }) => closed === null);
  return (
    <>
      {remittance.ways.map(
        ({ way: each, closed }) =>
          closed !== null && (
            <p key={each} class="small">
              {closed}
            </p>
          ),
      )}
      <div class="actions">
        {open.map(({ way: each }) => {
          if (each === 'reopen')
            return (
              <TakeUp key={each} take={() => server.reopenRemittance(remittance.id)} onTaken={onDecided} />
            );
          const words = wordsOf(each, isCompared, remittance.state === 'unbalanced');
          return (
            <Button key={each} id={idOf(words)} onClick={() => setWay(words)}>
              {WAYS[words].open}
            </Button>
          );
        })}
      </div>
    </>
  );
}

/** What does not add up may be part of a check that is told in several files. */
function wordsOf(way: Exclude<WayOut['way'], 'reopen'>, isCompared: boolean, isPart: boolean): Way {
  if (way === 'post-all-the-same') return isCompared ? 'another' : 'anyway';
  return isCompared ? 'same' : isPart ? 'give-up-part' : 'give-up';
}
