/** What the patient has paid at the visit, in one line: what the payer says that it asks for is taken with one press. */
import type { EligibilityCheck } from '@claimside/shared/api';
import { patientText } from '@claimside/shared/edits';
import { type Cents, formatMoney } from '@claimside/shared/values';
import { Button, dayOf } from '../../ui/parts/index.ts';
import { useLatestCheck } from '../../ui/server/index.ts';
import { focusSoon } from '../focus-soon.ts';
import { today } from '../today.ts';
import { PATIENT_PAID } from './claim-fields/claim-what.ts';
import { copayTold } from './copay-told.ts';
import { Group } from './group.tsx';
import { sha256 } from './sha256.ts';
import { useValue } from './use-value.ts';
import { useVisitTools } from './visit-context.tsx';

const PATH = 'patientPaidAmount';
const LINE_ID = 'copay-taken';

/** `bar`: why it is not certain whose visit it is. */
export function CopaySection({ bar }: { bar: string | undefined }) {
  const { form, practice, goTo } = useVisitTools();
  const { draft } = form;
  const check = useLatestCheck(bar === undefined ? patientText(draft) : undefined, sha256);
  const told = check ? copayTold(check, draft, practice, today()) : undefined;
  const { set } = useValue(PATH);
  const taken = draft.patientPaidAmount;
  const take = () => {
    if (!told) return goTo(PATH);
    set(told);
    // The button that was pressed is gone.
    focusSoon(LINE_ID);
  };
  return (
    <div id={LINE_ID}>
      <Group
        part={PATIENT_PAID}
        empty={`Copay taken: none${check && told !== undefined ? `; the payer asks for ${askedFor(told, check)}` : ''}`}
        summary={[
          {
            path: PATH,
            label: 'Patient paid',
            text: taken === undefined ? undefined : `Copay taken ${formatMoney(taken)}`,
          },
        ]}
        beside={
          taken === undefined &&
          told !== 0 && (
            <Button kind={told ? 'normal' : 'quiet'} class="small" onClick={take}>
              {told ? `Took ${formatMoney(told)}` : 'Take payment'}
            </Button>
          )
        }
      />
    </div>
  );
}

/** `$25.00 (Nov 16)`, as of the day of the answer. */
const askedFor = (copay: Cents, { answeredAt, askedAt }: EligibilityCheck): string =>
  `${copay === 0 ? 'none' : formatMoney(copay)} (${dayOf(new Date(answeredAt ?? askedAt))})`;
