/** Why a payer refuses to tell of the coverage, with a way to each field that may be corrected. */
import { adviseRejections } from '@claimside/shared/advice';
import type { EligibilityCheck } from '@claimside/shared/api';
import type { ClaimDraft } from '@claimside/shared/claim';
import { State } from '../../../ui/coverage/told.tsx';
import { labelOf } from '../claim-fields/find.ts';
import { pathInDraft } from './question.ts';

export function Refused(props: { check: EligibilityCheck; draft: ClaimDraft; onGo(path: string): void }) {
  const { check, draft, onGo } = props;
  return (
    <>
      {adviseRejections(check.rejections).map(({ what, advice, fields, codes }) => (
        <div key={codes.join()} class="plan-told">
          <State tone="warning">{what}</State>
          <p>
            {advice} <span class="dim small">AAA {codes.join(', ')}</span>
          </p>
          {pathsToCorrect(fields, draft).length > 0 && (
            <p class="ways">
              {pathsToCorrect(fields, draft).map((path) => (
                <button key={path} type="button" class="link" onClick={() => onGo(path)}>
                  {labelOf(path)}
                </button>
              ))}
            </p>
          )}
        </div>
      ))}
    </>
  );
}

/** The likeliest first. */
export function pathsToCorrect(fields: readonly string[], draft: ClaimDraft): string[] {
  return [...new Set(fields.flatMap((field) => pathInDraft(field, draft) ?? []))];
}
