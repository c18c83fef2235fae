/** The invented claims of a trial: by the practice's own billing provider, for patients that nobody can take for real ones. */
import type { PracticePayer, PracticeSettings } from '@claimside/shared/api';
import { type Claim, ClaimSchema } from '@claimside/shared/claim';
import { isMedicare } from '@claimside/shared/edits';
import { addDays, cents, earliestDateOnEarth, type IsoDate, type UtcInstant } from '@claimside/shared/values';
import { type Runtime, randomText } from '../../runtime.ts';
import type { NumberedClaim } from '../../transactions/claim-837p/index.ts';

/** As few as Office Ally advises for a test. */
const CLAIMS = 5;
const NAMES = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'] as const;

/** The one on the card that Medicare shows as a sample: nobody has it. */
const INVENTED_MEDICARE_NUMBER = '1EG4TE5MK73';

/** Nothing else is numbered so. */
const NUMBER_START = 'TEST';
const DIGITS = '0123456789';

export const isTrialNumber = (number: string): boolean => number.startsWith(NUMBER_START);

/** For which it can be made, as the practice lists them; a sentence with what is missing where there is none. */
export function trialPayers(settings: PracticeSettings | null): readonly PracticePayer[] | string {
  if (!settings)
    return 'The practice is not set up yet: fill in its data first, then send the test file again.';
  const payers = settings.payers.filter(({ accidentKind, isPaperOnly }) => !accidentKind && !isPaperOnly);
  return payers.length > 0
    ? payers
    : 'The practice has no payer yet that takes electronic claims: add one, then send the test file again.';
}

/** Undefined where the practice's own data do not make a claim. */
export function trialClaims(
  settings: PracticeSettings,
  payer: PracticePayer,
  at: UtcInstant,
  runtime: Pick<Runtime, 'randomBytes'>,
): readonly NumberedClaim[] | undefined {
  const { billingProvider, locations } = settings;
  const [location] = locations;
  const draft = (name: string): Claim => ({
    billingProvider,
    patient: {
      lastName: 'TESTPATIENT',
      firstName: name,
      birthDate: '1980-01-01' as IsoDate,
      sex: 'U',
      address: { ...billingProvider.address, line1: '1 INVENTED STREET' },
    },
    relationshipToSubscriber: '18',
    coverage: {
      payerName: payer.name,
      payerId: payer.payerId,
      memberId: isMedicare(payer) ? INVENTED_MEDICARE_NUMBER : `TRIAL${name}`,
      claimFilingIndicator: payer.claimFilingIndicator as Claim['coverage']['claimFilingIndicator'],
    },
    placeOfService: location?.placeOfService ?? '11',
    frequency: '1',
    providerSignatureOnFile: true,
    assignmentOfBenefits: 'A',
    benefitsToProvider: 'Y',
    releaseOfInformation: 'Y',
    diagnoses: [{ code: 'M54.50' }],
    serviceLines: [
      {
        procedureCode: '99213',
        modifiers: [],
        chargeAmount: cents(10_000),
        units: 1,
        diagnosisPointers: [1],
        serviceDate: addDays(earliestDateOnEarth(at), -1),
      },
    ],
  });
  const claims: NumberedClaim[] = [];
  for (const name of NAMES.slice(0, CLAIMS)) {
    const claim = ClaimSchema.safeParse(draft(name));
    if (!claim.success) return undefined;
    const number = `${NUMBER_START}${randomText(runtime, DIGITS, 9)}`;
    claims.push({ patientControlNumber: number, claim: claim.data });
  }
  return claims;
}
