/** The coverages of a patient in the order in which they pay: looked at, changed, put before another, ended, added. */
import type { KeptCoverage, PatientCoverage } from '@claimside/shared/api';
import { CLAIM_FILING_INDICATORS } from '@claimside/shared/codes';
import { COVERAGE_RANKS, RANK_WORDS } from '@claimside/shared/patients';
import { type Cents, formatMoney, ok } from '@claimside/shared/values';
import { useMutation } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { PartForm } from '../../options/form/part-form.tsx';
import { Button, ConfirmDialog } from '../../ui/parts/index.ts';
import { sentenceOf, usePractice } from '../../ui/server/index.ts';
import { coverageName, relationWords, sourceWords } from '../words.ts';
import { coveragePart } from './coverage-part.ts';

interface Tools {
  readonly canChange: boolean;
  /** All of them, in their order; `words` say what was done. */
  change(coverages: KeptCoverage[], words: string): Promise<void>;
}

export function CoverageList({ coverages, ...tools }: { coverages: readonly PatientCoverage[] } & Tools) {
  const [isAdding, setAdding] = useState(false);
  const all = coverages.map(plain);
  const isFull = all.length === COVERAGE_RANKS.length;
  return (
    <section class="patient-part" aria-label="Coverages">
      <h3>Coverages</h3>
      {coverages.length === 0 && <p class="dim">None: the patient pays.</p>}
      <ol class="coverages">
        {coverages.map((coverage, at) => (
          <CoverageItem key={coverageName(coverage)} coverage={coverage} at={at} all={all} {...tools} />
        ))}
      </ol>
      {tools.canChange &&
        !isFull &&
        (isAdding ? (
          <CoverageForm
            title="Add a coverage"
            save={async (after) => tools.change(withAdded(all, after), 'The coverage was added.')}
            onDone={() => setAdding(false)}
          />
        ) : (
          <div class="section-actions">
            <Button icon="add" onClick={() => setAdding(true)}>
              Add a coverage
            </Button>
          </div>
        ))}
    </section>
  );
}

/** In the first order that is free. */
function withAdded(all: readonly KeptCoverage[], added: KeptCoverage): KeptCoverage[] {
  const rank = COVERAGE_RANKS.find((free) => !all.some((one) => one.rank === free)) ?? 'T';
  return [...all, { ...added, rank }].toSorted(
    (one, other) => COVERAGE_RANKS.indexOf(one.rank) - COVERAGE_RANKS.indexOf(other.rank),
  );
}

/** The first is primary, and so on. */
const inOrder = (coverages: readonly KeptCoverage[]): KeptCoverage[] =>
  COVERAGE_RANKS.flatMap((rank, at) => {
    const coverage = coverages[at];
    return coverage ? { ...coverage, rank } : [];
  });

const plain = ({ source: _, asOf: __, ...coverage }: PatientCoverage): KeptCoverage => coverage;

function CoverageItem(
  props: { coverage: PatientCoverage; at: number; all: readonly KeptCoverage[] } & Tools,
) {
  const { coverage, at, all, canChange, change } = props;
  const [isChanging, setChanging] = useState(false);
  const [isEnding, setEnding] = useState(false);
  const rank = RANK_WORDS[coverage.rank];
  const better = RANK_WORDS[COVERAGE_RANKS[Math.max(at - 1, 0)] ?? 'P'].toLowerCase();
  const act = useMutation({
    mutationFn: ({ to, words }: { to: KeptCoverage[]; words: string }) => change(to, words),
  });
  const others = all.filter((_, index) => index !== at);
  const before = (): KeptCoverage[] => inOrder(others.toSpliced(Math.max(at - 1, 0), 0, plain(coverage)));
  return (
    <li class="coverage">
      <p>
        <span class="dim small">{rank}</span>
        <br />
        <strong>{coverageName(coverage)}</strong>
      </p>
      <dl class="facts">
        {factsOf(coverage).map(([name, value]) => (
          <div key={name} class="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {isChanging ? (
        <CoverageForm
          title={`Change the ${rank.toLowerCase()} coverage`}
          coverage={plain(coverage)}
          save={(after) => change(all.with(at, after), 'The coverage was saved.')}
          onDone={() => setChanging(false)}
        />
      ) : (
        canChange && (
          <div class="section-actions">
            <Button icon="pen" onClick={() => setChanging(true)}>
              Change
            </Button>
            {coverage.rank !== 'P' && (
              <Button
                disabled={act.isPending}
                onClick={() =>
                  act.mutate({
                    to: before(),
                    words: `It is ${better} now.`,
                  })
                }
              >
                Make it {better}
              </Button>
            )}
            <Button disabled={act.isPending} onClick={() => setEnding(true)}>
              End
            </Button>
          </div>
        )
      )}
      {act.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(act.error)}
        </p>
      )}
      {isEnding && (
        <ConfirmDialog
          title={`End ${coverageName(coverage)}?`}
          confirm="End the coverage"
          onConfirm={() => {
            setEnding(false);
            act.mutate({ to: inOrder(others), words: 'The coverage has ended.' });
          }}
          onCancel={() => setEnding(false)}
        >
          <p>
            It is offered for no visit any more, and stays under Before.
            {others.length > at && ' Those behind it move up.'}
          </p>
        </ConfirmDialog>
      )}
    </li>
  );
}

function factsOf(coverage: PatientCoverage): [string, string][] {
  const { groupNumber, groupName, planName, copay, payerPhone, validFrom, validTo, notes } = coverage;
  const { claimFilingIndicator, subscriber } = coverage;
  const kind = CLAIM_FILING_INDICATORS[claimFilingIndicator] ?? claimFilingIndicator;
  const facts: [string, string | undefined][] = [
    ['Patient is', relationWords(coverage)],
    ['Insured born', subscriber?.birthDate],
    ['Group', [groupNumber, groupName].filter(Boolean).join(' ')],
    ['Plan', planName],
    ['Kind', kind],
    ['Copay on the card', copay === undefined ? undefined : formatMoney(copay as Cents)],
    ['Payer’s phone', payerPhone],
    ['Valid', [validFrom && `from ${validFrom}`, validTo && `to ${validTo}`].filter(Boolean).join(' ')],
    ['Notes', notes],
    ['Known', sourceWords(coverage)],
  ];
  return facts.flatMap(([name, value]) => (value ? [[name, value]] : []));
}

function CoverageForm(props: {
  title: string;
  coverage?: KeptCoverage;
  save(coverage: KeptCoverage): Promise<void>;
  onDone(): void;
}) {
  const { data: practice } = usePractice();
  return (
    <PartForm
      title={props.title}
      part={coveragePart(practice ?? { payers: [] }, props.coverage)}
      item={props.coverage}
      practice={practice ?? null}
      keyField="memberId"
      save={async (_, after) => ok(await props.save(after))}
      onSaved={props.onDone}
      onCancel={props.onDone}
    />
  );
}
