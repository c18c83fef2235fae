/** The practice's fee schedule: told to everybody, looked into by billers, brought and changed by an admin. */
import type { FeeScheduleSummary, Role } from '@claimside/shared/api';
import { useRef, useState } from 'preact/hooks';
import { Button, Failed, Loading } from '../../ui/parts/index.ts';
import { SaveTable } from '../../ui/save-table.tsx';
import { useFeeSchedule, useServer } from '../../ui/server/index.ts';
import { Section } from '../section.tsx';
import { BringFeeSchedule } from './bring.tsx';
import { FoundProcedures } from './found.tsx';
import { ProcedureForm } from './procedure-form.tsx';

export function FeeScheduleSection({ role }: { role: Role }) {
  const summary = useFeeSchedule();
  const server = useServer();
  return (
    <Section
      title="Fee schedule"
      intro="What you charge for one unit, what fills a line where the chart shows none, and what each payer allows by contract."
    >
      {summary.data ? (
        <>
          <Summary summary={summary.data} />
          {role !== 'clinician' && summary.data.size > 0 && (
            <>
              <SaveTable name="fee-schedule" take={(format) => server.exportFeeSchedule(format)} />
              <FoundProcedures canChange={role === 'admin'} />
            </>
          )}
          {role === 'admin' && <Add />}
          {role === 'admin' && <BringFeeSchedule />}
        </>
      ) : summary.error ? (
        <Failed error={summary.error} onRetry={() => void summary.refetch()} />
      ) : (
        <Loading what="the fee schedule" />
      )}
    </Section>
  );
}

function Summary({ summary }: { summary: FeeScheduleSummary }) {
  const { size, withoutPrice, withSelfPayPrice, contracts } = summary;
  if (size === 0)
    return (
      <p class="finding tone-warning">
        No prices are here yet: a charge that the chart does not show has to be typed. Bring them as Excel or
        CSV, with the columns Code and Price.
      </p>
    );
  const count = (number: number) => number.toLocaleString('en-US');
  return (
    <p>
      {count(size)} {size === 1 ? 'code' : 'codes'}
      {withoutPrice > 0 && `, ${count(withoutPrice)} without a price`}
      {withSelfPayPrice > 0 && `, ${count(withSelfPayPrice)} with a self-pay price`}.
      {contracts.length > 0 &&
        ` Contracts: ${contracts
          .map(
            ({ payerId, payerName, amounts }) =>
              `${[payerId, payerName].filter(Boolean).join(' ')} (${count(amounts)})`,
          )
          .join(', ')}.`}
    </p>
  );
}

function Add() {
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const opener = useRef<HTMLDivElement>(null);
  return (
    <>
      <div ref={opener} class="section-actions">
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Add a procedure
        </Button>
        <span role="status" class="small">
          {said}
        </span>
      </div>
      {isOpen && (
        <ProcedureForm
          onDone={(words = '') => {
            setOpen(false);
            setSaid(words);
            opener.current?.querySelector('button')?.focus();
          }}
        />
      )}
    </>
  );
}
