/** Who is billed: payer, member, and the insured person when that is somebody else. */
import { RELATIONSHIPS } from '@claimside/shared/codes';
import { COVERAGE } from './claim-fields/basics.ts';
import { CoverageCheck } from './coverage-check/coverage-check.tsx';
import { EarlierCoverageChoice } from './earlier-coverage-choice.tsx';
import { Group } from './group.tsx';
import { useVisitTools } from './visit-context.tsx';

/** `bar`: why it is not certain whose visit it is. */
export function CoverageSection({ bar }: { bar: string | undefined }) {
  const { coverage = {}, relationshipToSubscriber: relationship } = useVisitTools().form.draft;
  return (
    <Group
      part={COVERAGE}
      empty="Coverage not known"
      summary={[
        { path: 'coverage.payerName', label: 'Payer', text: coverage.payerName },
        { path: 'coverage.payerId', label: 'Payer ID', text: coverage.payerId, before: ' ' },
        { path: 'coverage.memberId', label: 'Member ID', text: coverage.memberId },
        {
          path: 'relationshipToSubscriber',
          label: 'Patient is',
          text: relationship && (RELATIONSHIPS[relationship] ?? relationship).toLowerCase(),
        },
      ]}
    >
      <EarlierCoverageChoice />
      <CoverageCheck bar={bar} />
    </Group>
  );
}
