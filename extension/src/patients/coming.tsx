/** For clinicians: who comes, named by a list or a schedule, and how they are insured. The list of all patients is for who bills. */
import { useKnownPatients } from '../ui/server/index.ts';
import { CheckPart } from './check/check-part.tsx';
import { Rows } from './rows.tsx';
import { type Ticked, ticking } from './ticked.ts';

export function Coming(props: {
  ticked: Ticked;
  onTick(ticked: Ticked): void;
  onOpen(patientKey: string): void;
}) {
  const { ticked, onTick } = props;
  const rows = [...ticked.values()];
  // What was named may have been changed or checked since.
  const known = useKnownPatients(rows, rows.length > 0);
  return (
    <>
      <p class="dim">
        Name who comes, and see how they are insured. The list of all patients is for billers and admins.
      </p>
      <CheckPart
        intro="Say who comes."
        ticked={ticked}
        onFound={(found) => onTick(ticking(ticked, found, true))}
        onClear={() => onTick(new Map())}
      />
      {rows.length > 0 && (
        <section class="patients-found" aria-label="Who comes">
          <h2>Who comes</h2>
          <Rows
            rows={known ?? rows}
            ticked={ticked}
            onTick={(some, isTicked) => onTick(ticking(ticked, some, isTicked))}
            onOpen={props.onOpen}
          />
        </section>
      )}
    </>
  );
}
