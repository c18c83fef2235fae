/** All settings of this browser on one page, in the order a new practice needs them. */
import { type Credentials, usePairing, useRefusal, useSession } from '../ui/server/index.ts';
import { AccountSection } from './account/section.tsx';
import { AuditSection } from './audit/section.tsx';
import { ConnectionsSection } from './connections/section.tsx';
import { DevicesSection } from './devices-section.tsx';
import { EnrollmentsSection } from './enrollments/section.tsx';
import { ExchangeSection } from './exchange-section.tsx';
import { FeeScheduleSection } from './fee-schedule/section.tsx';
import { OfficeFeesSection } from './office-fees/section.tsx';
import { NoLongerPaired, PairedSection, PairSection } from './pairing-section.tsx';
import { PatientsSection } from './patients-section.tsx';
import { PayerListSection } from './payer-list/section.tsx';
import { PracticeSection } from './practice/section.tsx';
import { ReadingSection } from './reading-section.tsx';
import { SetupSection } from './setup/section.tsx';
import { SitesSection } from './sites-section.tsx';

export function Page() {
  const pairing = usePairing();
  return (
    <div class="options">
      <header class="options-head">
        <h1>Claimside</h1>
        <p class="dim">Bills a visit from inside the EHR you already use.</p>
      </header>
      <main>
        {pairing.kind === 'paired' ? (
          <OncePaired credentials={pairing.credentials} />
        ) : (
          <>
            {pairing.kind === 'unpaired' && <PairSection />}
            <SitesSection />
          </>
        )}
      </main>
    </div>
  );
}

function OncePaired({ credentials }: { credentials: Credentials }) {
  const refusal = useRefusal();
  const isRevoked = refusal?.kind === 'revoked';
  return (
    <>
      {!isRevoked && <ForAdmins />}
      {isRevoked ? <NoLongerPaired why={refusal.message} /> : <PairedSection credentials={credentials} />}
      <SitesSection />
      {!isRevoked && <OfPractice />}
    </>
  );
}

/** First of all, until all of it is done. */
function ForAdmins() {
  return useSession().data?.role === 'admin' ? <SetupSection /> : null;
}

/** What only a paired browser can see; an admin sees more. */
function OfPractice() {
  const session = useSession();
  if (!session.data) return null;
  return (
    <>
      <PracticeSection role={session.data.role} />
      <PatientsSection role={session.data.role} />
      <FeeScheduleSection role={session.data.role} />
      <PayerListSection role={session.data.role} />
      {session.data.role !== 'clinician' && <OfficeFeesSection role={session.data.role} />}
      {session.data.role !== 'clinician' && <EnrollmentsSection role={session.data.role} />}
      <ExchangeSection />
      {session.data.role !== 'clinician' && <ReadingSection />}
      {session.data.role === 'admin' && <AccountSection />}
      {session.data.role === 'admin' && <ConnectionsSection />}
      {session.data.role === 'admin' && <DevicesSection />}
      {session.data.role === 'admin' && <AuditSection />}
    </>
  );
}
