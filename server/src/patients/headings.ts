/** What the columns of a patient list are, by their headings as EHRs export them: the patient's, or of which coverage. */
import type { CoverageColumn, CoverageRank, PatientColumn, PersonColumn } from '@claimside/shared/patients';

/** In capitals without blanks and punctuation; `NUMBER` stands for all its abbreviations, `BIRTHDATE` for all its spellings. */
const PERSON: Readonly<Record<PersonColumn, string>> = {
  name: 'NAME FULLNAME',
  lastName: 'LASTNAME LAST LNAME SURNAME FAMILYNAME NAMELAST LEGALLASTNAME',
  firstName: 'FIRSTNAME FIRST FNAME GIVENNAME NAMEFIRST LEGALFIRSTNAME',
  middleName: 'MIDDLENAME MIDDLE MI MNAME MIDDLEINITIAL',
  suffix: 'SUFFIX NAMESUFFIX',
  birthDate: 'BIRTHDATE BIRTHDAY BIRTH',
  sex: 'SEX GENDER LEGALSEX BIRTHSEX SEXATBIRTH ADMINISTRATIVESEX ADMINISTRATIVEGENDER',
  line1: 'ADDRESS ADDRESS1 ADDRESSLINE1 ADDR ADDR1 STREET STREET1 STREETADDRESS HOMEADDRESS MAILINGADDRESS',
  line2: 'ADDRESS2 ADDRESSLINE2 ADDR2 STREET2 APT APARTMENT UNIT ADDRESSSECONDLINE',
  city: 'CITY TOWN HOMECITY',
  state: 'STATE STATECODE ST HOMESTATE',
  postalCode: 'ZIP ZIPCODE POSTALCODE POSTCODE HOMEZIP',
  phone:
    'PHONE PHONENUMBER TELEPHONE HOMEPHONE CELLPHONE MOBILEPHONE MOBILE CELL PHONE1 PHONEHOME PHONEMOBILE CELLPHONENUMBER HOMEPHONENUMBER MOBILEPHONENUMBER MOBILENUMBER',
};

type OfCard = Exclude<CoverageColumn, `insured${string}`>;

const COVERAGE: Readonly<Record<OfCard, string>> = {
  payerName:
    'PAYER PAYERNAME INSURANCE INSURANCENAME INSURANCECOMPANY INSURANCECOMPANYNAME INSURANCECARRIER CARRIER CARRIERNAME INSURER INSURERNAME INS INSNAME INSCO INSCOMPANY INSURANCECO INSURANCEPAYER INSURANCEPAYERNAME COVERAGE COMPANYNAME',
  payerId:
    'PAYERID PAYERNUMBER EPAYERID ELECTRONICPAYERID EDIPAYERID EDIID CLAIMPAYERID CLAIMSPAYERID INSURANCEPAYERID CARRIERID PAYERCODE',
  memberId:
    'MEMBERID MEMBERNUMBER MEMBERIDNUMBER MEMBER POLICY POLICYNUMBER POLICYID POLICYIDNUMBER INSURANCEID INSURANCENUMBER INSURANCEIDNUMBER INSID INSNUMBER CERTIFICATENUMBER',
  groupNumber: 'GROUP GROUPNUMBER GROUPID GRP GRPNUMBER GROUPPOLICYNUMBER',
  groupName: 'GROUPNAME GRPNAME',
  planName: 'PLAN PLANNAME',
  claimFilingIndicator: 'KINDOFINSURANCE INSURANCEKIND CLAIMFILINGINDICATOR CLAIMFILING FILINGINDICATOR',
  relationship: 'RELATIONSHIP RELATION RELTO REL RELATIONSHIPTO RELATIONTO RELATIONSHIPCODE',
  copay: 'COPAY COPAYAMOUNT COPAYAMT COPAYMENT',
  payerPhone:
    'PAYERPHONE PAYERPHONENUMBER INSURANCEPHONE INSURANCEPHONENUMBER INSURANCECOMPANYPHONE CARRIERPHONE INSPHONE',
  validFrom: 'VALIDFROM EFFECTIVE EFFECTIVEDATE EFFDATE EFFECTIVEFROM STARTDATE START BEGINDATE',
  validTo:
    'VALIDTO VALIDUNTIL EFFECTIVETO ENDDATE END TERMDATE TERMINATION TERMINATIONDATE EXPIRATION EXPIRATIONDATE EXPIRYDATE EXPDATE EXPIRES',
  notes: 'NOTES NOTE COMMENT COMMENTS',
};

const RANK = new Set(
  'RANK ORDER PRIORITY COVERAGEORDER COVERAGEPRIORITY COVERAGELEVEL INSURANCEORDER INSURANCEPRIORITY INSURANCELEVEL INSURANCESEQUENCE COORDINATIONORDER PAYERORDER PAYERPRIORITY COB COBORDER RESPONSIBILITY'.split(
    ' ',
  ),
);

const tableOf = <Column extends string>(names: Readonly<Record<Column, string>>): Map<string, Column> =>
  new Map(
    (Object.entries(names) as [Column, string][]).flatMap(([column, all]) =>
      all.split(' ').map((name) => [name, column] as const),
    ),
  );
const PERSON_BY_NAME = tableOf(PERSON);
const COVERAGE_BY_NAME = tableOf(COVERAGE);

/** Each meaning once, at the first column that has it; undefined for what is not known. */
export function meaningsOf(headings: readonly string[]): (PatientColumn | undefined)[] {
  const seen = new Set<PatientColumn>();
  return headings.map((heading) => {
    const meaning = meaningOf(heading);
    if (meaning === undefined || seen.has(meaning)) return undefined;
    seen.add(meaning);
    return meaning;
  });
}

/** The patient's name or birth date, and something else that is known. */
export function isPatientHeading(cells: readonly string[]): boolean {
  const known = meaningsOf(cells).filter((meaning) => meaning !== undefined);
  return known.length > 1 && known.some((meaning) => /^(name|lastName|birthDate)$/.test(meaning));
}

const RANK_SIGNS: readonly (readonly [CoverageRank, RegExp])[] = [
  ['S', /SECONDARY|\bSEC\b/],
  ['T', /TERTIARY|\bTERT?\b/],
  ['P', /PRIMARY|\bPRIM?\b/],
];
const OF_INSURANCE =
  /INSURANCE|INSURED|PAYER|CARRIER|POLICY|COVERAGE|SUBSCRIBER|MEMBER|\b(INS|PLAN|GROUP|GRP|COPAY|CO PAY)\b/;
const OF_INSURED = /\b(SUBSCRIBERS?|INSUREDS?|POLICY ?HOLDERS?|CARD ?HOLDERS?)\b/;

function meaningOf(heading: string): PatientColumn | undefined {
  const text = wordsOf(heading);
  const isOfInsurance = OF_INSURANCE.test(text);
  const { rank, rest } = rankIn(text, isOfInsurance);
  const isOfInsured = OF_INSURED.test(rest);
  const name = rest
    .replace(OF_INSURED, ' ')
    .replace(/\b(PATIENTS?|PT|THE)\b/g, ' ')
    .replaceAll(' ', '')
    .replace(/^PATIENT(?=.)/, '');
  if (isOfInsured) {
    const part = insuredColumn(name);
    return part && `${rank ?? 'P'}.${part}`;
  }
  if (!isOfInsurance) {
    if (name === '') return rank ? `${rank}.payerName` : text === '' ? undefined : 'name';
    const own = PERSON_BY_NAME.get(name);
    if (own) return own;
  }
  if (rank === undefined && RANK.has(name)) return 'rank';
  const part = cardColumn(name);
  return part && `${rank ?? 'P'}.${part}`;
}

/** Words in capitals, with one blank between them. */
function wordsOf(heading: string): string {
  return heading
    .normalize('NFKD')
    .replace(/['’]s?\b/gi, '')
    .replaceAll('#', ' number ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toUpperCase()
    .replace(/\b([123])(ST|ND|RD)\b/g, '$1')
    .replace(/([A-Z])(\d)/g, '$1 $2')
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()
    .replaceAll('PAYOR', 'PAYER')
    .replace(/\b(NUM|NO|NBR|NR)\b/g, 'NUMBER')
    .replace(/\bDATE OF BIRTH\b|\bBIRTH DATE\b|\bD O B\b|DOB\b/g, 'BIRTHDATE');
}

/** A figure tells the order only beside a word of insurance: `Insurance 2`, but `Address 2`. */
function rankIn(text: string, isOfInsurance: boolean): { rank?: CoverageRank; rest: string } {
  for (const [rank, sign] of RANK_SIGNS) if (sign.test(text)) return { rank, rest: text.replace(sign, ' ') };
  const figure = /\b[123]\b/.exec(text)?.[0];
  if (!isOfInsurance || figure === undefined || /\b(ADDR|ADDRESS|STREET|LINE)\b/.test(text))
    return { rest: text };
  const rank = { '1': 'P', '2': 'S', '3': 'T' }[figure] as CoverageRank;
  return { rank, rest: text.replace(/\b[123]\b/, ' ') };
}

const cardColumn = (name: string): CoverageColumn | undefined =>
  COVERAGE_BY_NAME.get(name) ?? COVERAGE_BY_NAME.get(name.replace(/INSURANCE|COVERAGE|POLICY|^INS/, ''));

function insuredColumn(name: string): CoverageColumn | undefined {
  if (name === '') return 'insuredName';
  if (/^(ID|NUMBER|IDNUMBER)$/.test(name)) return 'memberId';
  const own = PERSON_BY_NAME.get(name);
  if (own !== undefined && INSURED[own] !== undefined) return INSURED[own];
  return cardColumn(name);
}

const INSURED: Readonly<Partial<Record<PersonColumn, CoverageColumn>>> = {
  name: 'insuredName',
  lastName: 'insuredLastName',
  firstName: 'insuredFirstName',
  birthDate: 'insuredBirthDate',
  sex: 'insuredSex',
  line1: 'insuredLine1',
  line2: 'insuredLine2',
  city: 'insuredCity',
  state: 'insuredState',
  postalCode: 'insuredPostalCode',
};
