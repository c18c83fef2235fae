/** The whole history of one claim as a page of its own, to print as proof of timely filing. The address names the claim's id only. */
import { ForWhoBills, mountPage, WithRole } from '../ui/own-page.tsx';
import { Failed, Loading, Notice } from '../ui/parts/index.ts';
import { useHistory } from '../ui/server/index.ts';
import './history.css';
import { Proof } from './proof.tsx';

export function mount(root: HTMLElement): void {
  const claimId = new URLSearchParams(location.search).get('claim');
  mountPage(
    root,
    claimId ? (
      <WithRole
        heading="History of a claim"
        page={(role) =>
          role === 'clinician' ? (
            <ForWhoBills
              heading="History of a claim"
              whose="The whole history of a claim is for billers and admins."
            />
          ) : (
            <History claimId={claimId} />
          )
        }
      />
    ) : (
      <Notice title="No claim is named. Open this page from a claim." />
    ),
  );
}

function History({ claimId }: { claimId: string }) {
  const history = useHistory(claimId);
  if (history.data) return <Proof history={history.data} />;
  if (history.error) return <Failed error={history.error} onRetry={() => void history.refetch()} />;
  return <Loading what="the history" />;
}
