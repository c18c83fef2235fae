/** Edits on claims to and after Medicare: why it is not primary, and what it does not take. */
import type { ClaimDraft } from '../../claim/index.ts';
import { currentSet, holdsCode, INSURANCE_TYPE } from '../../codes/index.ts';
import { isIsoDate, yearsBetween } from '../../values/index.ts';
import type { Edit } from '../edit.ts';
import { isMedicare } from '../payer-kinds.ts';
import { CARE_PLAN_OVERSIGHT, isIn } from '../tables/procedures.ts';
import { eachLine, linePath, otherPath } from '../walk.ts';

const MOST_CENTS = 99_999_99;
/** From then on Medicare takes no certificates of medical necessity. */
const WITHOUT_CERTIFICATES_SINCE = '2023-01-01';

export const medicareEdits: readonly Edit[] = [
  {
    id: 'insurance-type',
    severity: 'error',
    snip: 4,
    fields: ['coverage.insuranceType', 'otherCoverages.*.insuranceType'],
    source: 'X12 837P 2000B, 2320 SBR05',
    summary: 'Why Medicare is not primary is said, from the list, where it is not, and nowhere else.',
    check({ coverage, otherCoverages }, { codeSets }, report) {
      const set = currentSet(INSURANCE_TYPE, codeSets);
      const look = (at: Turn, isPrimary: boolean, isOther: boolean, path: string) => {
        const { insuranceType: type, rank } = at;
        if (type && !isMedicare(at))
          report(path, 'This is said of Medicare only, and the payer is another one.', 'Clear it.', [
            { path },
          ]);
        else if (type && isPrimary)
          report(
            path,
            'The claim says why Medicare is not primary, and yet Medicare is.',
            "Clear it, or correct Medicare's turn.",
          );
        else if (type && !holdsCode(set, type))
          report(path, 'This is no reason why Medicare is not primary.', 'Choose it from the list.');
        else if (!type && isMedicare(at) && !isPrimary && rank !== 'U' && !isOther)
          report(path, 'Medicare is not primary, and the claim does not say why.', 'Choose the reason.');
      };
      if (coverage) look(coverage, (coverage.rank || 'P') === 'P', false, 'coverage.insuranceType');
      otherCoverages?.forEach((other, index) => {
        look(other, other.rank === 'P', true, otherPath(index, 'insuranceType'));
      });
    },
  },
  {
    id: 'insurance-type-age',
    severity: 'warning',
    snip: 7,
    fields: ['coverage.insuranceType'],
    source: 'CMS, Medicare Secondary Payer',
    summary: 'Medicare is second to an employer plan by age (12) from 65 on, by disability (43) before.',
    check({ coverage, patient, serviceLines }, _context, report) {
      const type = coverage?.insuranceType;
      if (type !== '12' && type !== '43') return;
      const [birth, day] = [patient?.birthDate, serviceLines?.[0]?.serviceDate];
      if (!birth || !day || !isIsoDate(birth) || !isIsoDate(day)) return;
      const age = yearsBetween(birth, day);
      if (type === '12' ? age < 65 : age >= 65)
        report(
          'coverage.insuranceType',
          type === '12'
            ? 'The reason is work from 65 on, and the patient is younger.'
            : 'The reason is a disability before 65, and the patient is older.',
          'Choose the reason that Medicare has on file.',
        );
    },
  },
  {
    id: 'medicare-twice',
    severity: 'error',
    snip: 4,
    fields: ['otherCoverages.*.claimFilingIndicator'],
    source: 'X12 837P 2000B, 2320 SBR09',
    summary: 'Medicare Part B is not two payers of one claim.',
    check({ coverage, otherCoverages }, _context, report) {
      if (coverage?.claimFilingIndicator !== 'MB') return;
      otherCoverages?.forEach(({ claimFilingIndicator }, index) => {
        if (claimFilingIndicator === 'MB')
          report(
            otherPath(index, 'claimFilingIndicator'),
            'Medicare Part B stands twice among the payers.',
            'Choose the kind of the other insurance: a supplement or advantage plan is not Medicare Part B.',
          );
      });
    },
  },
  {
    id: 'medicare-frequency',
    severity: 'warning',
    snip: 7,
    fields: ['frequency'],
    source: 'CMS, Part B: reopenings instead of adjustment claims',
    summary: 'Medicare Part B takes no electronic replacements and voids of professional claims.',
    check({ coverage, frequency }, _context, report) {
      if (coverage?.claimFilingIndicator === 'MB' && (frequency === '7' || frequency === '8'))
        report(
          'frequency',
          'Medicare Part B takes no electronic replacement or void.',
          'Ask for a reopening, or send a first claim if it was never decided.',
        );
    },
  },
  {
    id: 'medicare-charge-limit',
    severity: 'warning',
    snip: 7,
    fields: ['serviceLines.*.chargeAmount'],
    source: 'CMS, Part B claims system',
    summary: 'A line to Medicare Part B is charged at less than $100,000.',
    check: eachLine(({ chargeAmount }, index, { coverage }, _context, report) => {
      if (chargeAmount !== undefined && chargeAmount > MOST_CENTS && coverage?.claimFilingIndicator === 'MB')
        report(
          linePath(index, 'chargeAmount'),
          'Medicare Part B takes no line of $100,000 or more.',
          'Check the amount, or bill the service in parts.',
        );
    }),
  },
  {
    id: 'care-plan-oversight',
    severity: 'warning',
    snip: 6,
    fields: ['carePlanOversightNpi'],
    source: 'CMS, Claims Processing Manual ch. 12 §180; X12 837P 2300 REF*1J',
    summary: 'Care plan oversight for Medicare (G0181, G0182) names the NPI of the agency or hospice.',
    check({ coverage, serviceLines, carePlanOversightNpi }, _context, report) {
      if (!isMedicare(coverage) || carePlanOversightNpi) return;
      if (serviceLines?.some(({ procedureCode = '' }) => isIn(procedureCode, CARE_PLAN_OVERSIGHT)))
        report(
          'carePlanOversightNpi',
          'Medicare wants the NPI of the home health agency or hospice.',
          'Type it.',
        );
    },
  },
  {
    id: 'medicare-certificate',
    severity: 'error',
    snip: 7,
    fields: ['serviceLines.*.forms'],
    source: 'CMS, CEDI: none for services from 2023 on',
    summary: 'Medicare rejects certificates of medical necessity for services from 2023 on.',
    check: eachLine(({ forms, serviceDate }, index, { coverage }, _context, report) => {
      if (!forms || !isMedicare(coverage) || !serviceDate || serviceDate < WITHOUT_CERTIFICATES_SINCE) return;
      if (forms.some(({ kind }) => kind === 'UT'))
        report(
          linePath(index, 'forms'),
          'Medicare takes no certificate of medical necessity any more, and rejects the claim.',
          'Remove the form.',
        );
    }),
  },
];

type Turn = Pick<NonNullable<ClaimDraft['coverage']>, 'insuranceType' | 'claimFilingIndicator' | 'rank'>;
