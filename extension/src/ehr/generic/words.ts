/**
 * What labels, headings and headers of columns mean on a page that no recipe knows: words of US practices, whole labels
 * only. Part of the vocabulary that a page is handed.
 */
import type { CaptureField } from '@claimside/shared/capture';
import type { DateOrder, LineList } from '@claimside/shared/recipe';

/** Whose section a label stands in, by its heading; `unnamed` where the heading names nobody. */
export type Section = 'patient' | 'unnamed' | 'insurance' | 'subscriber' | 'provider' | 'referring' | 'other';

export interface Meaning {
  readonly label: RegExp;
  /** None where it is known only for what its value says of all the others. */
  readonly field?: CaptureField;
  /** Only in these sections, `patient` standing for `unnamed` too; in any but `other` when left out. */
  readonly in?: readonly Section[];
  /** Some pages mean somebody else by it. */
  readonly vague?: true;
}

/** The first that matches counts. Tested against the label in lower case without marks. */
const MEANINGS: readonly Meaning[] = [
  {
    label: /^((patient|client|member)('?s)? )?(legal )?(last name|family name|surname)$/,
    field: 'patient.lastName',
    in: ['patient'],
  },
  {
    label: /^((patient|client|member)('?s)? )?(legal )?(first|given) name$/,
    field: 'patient.firstName',
    in: ['patient'],
  },
  {
    label: /^((patient|client|member)('?s)? )?middle (name|initial)$|^mi$/,
    field: 'patient.middleName',
    in: ['patient'],
  },
  {
    label: /^(patient|client)('?s)?( (full |legal )?name)?$|^member('?s)? (full |legal )?name$/,
    field: 'patient.name',
    in: ['patient'],
  },
  { label: /^((full|legal|full legal) )?name$/, field: 'patient.name', in: ['patient'] },
  {
    label: /^((patient|client|member)('?s)? )?(date of birth|birth ?date|d ?o ?b|born)$/,
    field: 'patient.birthDate',
    in: ['patient'],
  },
  {
    label: /^((patient|client|member)('?s)? )?(sex|gender|administrative sex)$/,
    field: 'patient.sex',
    in: ['patient'],
  },
  {
    label: /^((home|mailing) )?(street( address)?|address( line)?( 1)?)$/,
    field: 'patient.address.line1',
    in: ['patient'],
  },
  { label: /^(address( line)? 2|apt|apartment|unit)$/, field: 'patient.address.line2', in: ['patient'] },
  { label: /^city$/, field: 'patient.address.city', in: ['patient'] },
  { label: /^state$/, field: 'patient.address.state', in: ['patient'] },
  { label: /^(zip|zip code|postal code)$/, field: 'patient.address.postalCode', in: ['patient'] },
  {
    label: /^((home|cell|mobile|primary) )?(tele)?phone( number| no| #)?$|^(cell|mobile)$/,
    field: 'patient.phone',
    in: ['patient'],
  },
  {
    label: /^(chart|mrn|medical record|account)( no| number| #)?$|^(patient|client) (id|no|number|#)$/,
    field: 'patient.chartNumber',
    in: ['patient'],
  },
  {
    label: /^(payer|payor|insurance|insurance (company|carrier|name)|carrier)( name)?$/,
    field: 'coverage.payerName',
  },
  { label: /^(payer|payor) id$/, field: 'coverage.payerId' },
  {
    label: /^(member|subscriber|insurance|insured|policy) (id|number|no|#)( number)?$/,
    field: 'coverage.memberId',
  },
  { label: /^(id|policy)( number| no| #)?$/, field: 'coverage.memberId', in: ['insurance'] },
  { label: /^group( id| number| no| #)?$/, field: 'coverage.groupNumber' },
  {
    label: /^(patient )?relationship( to (subscriber|insured|policy ?holder))?$/,
    field: 'coverage.relationship',
  },
  { label: /^(subscriber |insured )?(last|family) name$/, field: 'subscriber.lastName', in: ['subscriber'] },
  { label: /^(subscriber |insured )?(first|given) name$/, field: 'subscriber.firstName', in: ['subscriber'] },
  {
    label: /^(subscriber |insured )?(date of birth|birth ?date|dob)$/,
    field: 'subscriber.birthDate',
    in: ['subscriber'],
  },
  { label: /^(subscriber |insured )?(sex|gender)$/, field: 'subscriber.sex', in: ['subscriber'] },
  {
    label: /^(street( address)?|address( line)?( 1)?)$/,
    field: 'subscriber.address.line1',
    in: ['subscriber'],
  },
  { label: /^city$/, field: 'subscriber.address.city', in: ['subscriber'] },
  { label: /^state$/, field: 'subscriber.address.state', in: ['subscriber'] },
  { label: /^(zip|zip code|postal code)$/, field: 'subscriber.address.postalCode', in: ['subscriber'] },
  {
    label: /^(date of (service|visit)|service date|dos|visit date|encounter date|date visited)$/,
    field: 'visit.serviceDate',
  },
  {
    label: /^(onset( date)?|date of onset|onset of (current )?(illness|symptoms))$/,
    field: 'visit.onsetDate',
  },
  { label: /^referring( provider| physician)?( name)?$/, field: 'visit.referringProviderName' },
  { label: /^referring( provider| physician)? npi$/, field: 'visit.referringProviderNpi' },
  { label: /^npi$/, field: 'visit.referringProviderNpi', in: ['referring'] },
  {
    label: /^((rendering|treating|performing|attending) )?(provider|physician|clinician|therapist)( name)?$/,
    field: 'visit.renderingProviderName',
  },
  { label: /^practitioner( name)?$/, field: 'visit.renderingProviderName', vague: true },
  {
    label: /^(((rendering|treating|performing) )?(provider|physician) )?npi$/,
    field: 'visit.renderingProviderNpi',
  },
  { label: /^((service )?facility|location)( name)?$/, field: 'visit.facilityName' },
  { label: /^(place of service|pos)$/, field: 'visit.placeOfService' },
  { label: /^(prior )?auth(orization)?( number| no| #)?$/, field: 'visit.priorAuthorizationNumber' },
  // Of the whole visit or policy: it is looked at, and no field.
  {
    label: /^((visit|appointment|appt|encounter|policy|coverage|insurance|eligibility|plan) )?status$/,
    in: [],
  },
  {
    label: /^(copay(ment)? (taken|paid|collected)|(patient )?amount paid|paid by patient)$/,
    field: 'visit.patientPaidAmount',
  },
];

/** Whose section a heading opens: the first that matches counts. */
const SECTIONS: readonly (readonly [RegExp, Section])[] = [
  [/^(patient|client)('?s)? contact/i, 'patient'],
  // Neither patient nor insured for certain, though a parent may also be the one who is insured.
  [
    /emergency|guarantor|responsible party|\b(parents?|guardian|mother|father|spouse)\b|employe[er]|next of kin|\bcontacts?\b|attorney|pharmacy|secondary|tertiary|\b(?:inactive|expired|terminated|lapsed)\b|\b(?:prior|previous|former|old) (?:insurance|coverage|polic)/i,
    'other',
  ],
  [/subscriber|insured|policy ?holder/i, 'subscriber'],
  [/referr/i, 'referring'],
  [/provider|physician|clinician/i, 'provider'],
  // "Patient and insurance" is over both, "Patient insurance" over the insurance alone.
  [/^(?!.*(\band\b|[&,/+])).*(insurance|coverage|\bpay[eo]rs?\b)/i, 'insurance'],
  [/\b(patient|client|demographics?)\b/i, 'patient'],
];

/** Headings over what is not of this visit, or not done yet. */
const NOT_OF_THIS_VISIT =
  /problem|cancell?ed|\bno[- ]show\b|\bvoid(?:ed)?\b|history|past|previous|prior (visit|encounter|claim)|last (visit|encounter|claim)|family h|rule out|\borders?\b|planned|upcoming|scheduled|favou?rites|estimate|fee schedule|suggest|recent|search|look ?up|catalog|^(select|choose|pick|find)\b|\b(encounters|visits|appointments|claims|superbills)$/i;

const GONE_VISIT =
  'cancell?ed|no[- ]?show|void(?:ed)?|rescheduled|deleted|(?:entered )?in error|did not (?:attend|arrive)|left without being seen';
const GONE_POLICY =
  'inactive|not (?:active|eligible|covered)|terminated|termed|expired|ended|lapsed|cancell?ed';
/** Said of a whole visit or policy that is none any more: heading, new line, label, blank and value. */
const ENDED = new RegExp(
  `^(?!.*(?:${NOT_OF_THIS_VISIT.source})).*\\n(?:(?:visit|appointment|appt|encounter) )?status (?:${GONE_VISIT})\\b|` +
    '(?:^(?!.*(?:secondary|tertiary)).*(?:insur|coverage|polic|pay[eo]r|subscriber|eligib).*\\n|\\n(?:policy|coverage|insurance|eligibility|plan) )' +
    `status (?:${GONE_POLICY})\\b`,
  'i',
);

/** Columns of a line table by what their headers say. */
const LINE_TABLE: LineList = {
  rows: 'table',
  columns: {
    type: 'type|code type|chargeable|billable',
    serviceDate: 'date|dos|date of service|service date|from( date)?|start date',
    serviceDateEnd: '(to|thru|through|end)( date)?',
    placeOfService: 'pos|place of service',
    status: '(?:(?:line|claim|billing|charge|service) )?status|state',
    code: 'code|cpt|cpt code|cpt/hcpcs|hcpcs|procedure|procedure code|service code',
    description: 'description|service description|procedure description',
    modifiers: 'mods?( ?[1-4])?|modifiers?( ?[1-4])?|m[1-4]',
    pointers: 'dx|dx ptr|dx pointers?|diagnosis|diagnoses|diagnosis pointers?|pointers?|justify',
    units: 'units?|qty|quantity',
    unitPrice: 'rate|unit (price|fee|rate|charge)|(price|fee|rate|charge) (per|/) ?unit',
    chargeAmount: 'charge|charges|amount|line total|total|total charge',
  },
  confidence: 0.95,
  required: ['code', 'units'],
  looseCode: { header: 'services?', besides: ['modifiers', 'pointers', 'placeOfService'] },
  vaguePrice: 'price|fee|fees',
  notUnder: NOT_OF_THIS_VISIT.source,
  notBeside: '(patient|client|member)( name)?|appointment( date)?|visit( id)?',
  pointers: { as: 'positions' },
  // What is not said to be something else is a service.
  kinds: {
    procedure: '(?!(?:no|n|false|not .*|non-.*|void.*|deleted|icd.*|dx|diagnos.*|copay.*)$).*',
    diagnosis: 'icd.?10.*|dx|diagnos.*',
  },
  statuses: {
    gone: 'void(ed)?|deleted?|removed|cancell?ed|inactive|(entered in )?error|(already )?billed|posted|submitted|sent|paid|denied|rejected|written off|closed',
    open: 'active|open|new|ready( to bill)?|unbilled|(not|to be) billed|billable|draft|pending|current|complete[d]?|signed|final|approved|ok',
  },
  billed: 'input[type=hidden][name*="billed" i]',
  deleted: 'input[type=checkbox][name*="[del" i], input[type=checkbox][name*="delete" i]',
};

/** Said in a row of a table of services that is none: sums, money that came in, and what waits to be filled. */
const NOT_A_SERVICE =
  /\btotals?\b|^(?:balance|amount|copay|co-pay|payment|paid|adjustment|discount|tax|deposit)\b|^(?:--|select\b|choose\b|please\b|search\b|(?:add|new|enter|no) (?:codes?|lines?|rows?|services?|procedures?|records?|items?|data)\b)/im;

const ONE_SERVICE_LABEL = '(?:service|service code|billing code|procedure code|cpt|cpt code|cpt/hcpcs)';
/** An appointment with its one service. Of what else stands there, a price may be of the line or of a unit. */
const ONE_SERVICE: LineList = {
  rows: {
    label: ONE_SERVICE_LABEL,
    heading: `^(?!.*(?:${NOT_OF_THIS_VISIT.source}))`,
  },
  parts: {
    code: {},
    units: { label: 'units?|qty|quantity' },
    modifiers: { label: 'modifiers?|mods?' },
    chargeAmount: { label: 'charge|charges|line total|total charge' },
  },
  confidence: 0.8,
  pointers: { as: 'positions' },
};

/** Headings over a list of diagnoses of this visit; a problem list is not one. */
const DIAGNOSIS_HEADING = /\b(diagnos[ie]s|diagnosis codes?|dx|assessments?|icd(-?10)?)\b/i;
/** Headings over nothing but codes with their descriptions; an assessment is running text, with codes in it or not. */
const DIAGNOSIS_LIST_HEADING =
  /^(?!.*(procedure|service|plan|medication)).*\b(diagnos[ie]s|dx|icd(-?10)?)\b/i;
/** The place in the list, from its label, is the last group. */
const DIAGNOSIS_LABEL =
  /^(?:(?:primary |principal )?diagnosis|diagnoses|dx|icd(?:[- ]?10)?(?:-cm)?)(?: codes?)?(?: ?(\d{1,2}|[a-l]))?$/;

/** Said of what may not be there, or is not any more. */
const DIAGNOSIS_IN_DOUBT =
  /\b(?:rule[ds]? out|r\/o|history of|h\/o|possible|probable|suspected|resolved|denies|versus|vs\.?)\b/i;

/** What chips are made of. */
const CHIP = /^(?:span|div|a|button|p)$/;
/** A code with its dot, first or behind few words. Most texts have no dot, which is seen at once. */
const CODE_WITH_DOT = /^(?=[^.]*\.)[^.]{0,80}\b[A-Z]\d[0-9A-Z]\.[0-9A-Z]/i;

/** `2. I10`, `B I10`, `2 Hypertension I10`: the number or letter of an entry. */
const ENTRY_NUMBER = /^(\d\d?|[a-l])\W*\s/i;

/** Every label, header of codes and heading that a reading could begin with, as labels are compared; marks around don't count. */
const TELLING = new RegExp(
  `^\\W*(?:${[
    ...MEANINGS.filter(({ field }) => field).map(({ label }) => label.source),
    LINE_TABLE.columns?.code,
    LINE_TABLE.looseCode?.header,
    ONE_SERVICE_LABEL,
    DIAGNOSIS_LABEL.source,
  ]
    .join('|')
    .replace(/[\^$]/g, '')})\\W*$|${DIAGNOSIS_HEADING.source}`,
);

/** Fields, and what a value of theirs looks like. Payers and facilities have digits in their names; people and cities have none. */
const SHAPES: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?!.*(?:payer|facility)).*name$|\.city$/i, /^(?=.*\p{L})[^\d$#@/:]+$/u],
  [/\.line1$|facilityName$/, /\p{L}/u],
  [/(?:chartNumber|memberId|AuthorizationNumber)$/, /\d/],
  // A card with all of a policy in it.
  [/payerName$/, /^[^:]*$/],
];

/** English by country, where a page says no more of the order of day and month. */
const LANGUAGES: readonly (readonly [DateOrder, RegExp])[] = [
  ['dmy', /^en-(?:gb|au|nz|ie|za|in)$/i],
  ['mdy', /^en-us$/i],
];

/** CSS of what leads to a view of that name, and labels nothing. */
const NO_LABEL = 'h1, h2, h3, h4, h5, h6, a, button, li:not(:has(*)), nav, [role=tab], [role=menuitem]';

export interface GenericWords {
  readonly meanings: readonly Meaning[];
  readonly sections: readonly (readonly [RegExp, Section])[];
  readonly shapes: readonly (readonly [RegExp, RegExp])[];
  readonly notOfThisVisit: RegExp;
  /** Tested on the heading, a new line, the label and the value: what stands on such a page is nothing sure. */
  readonly ended: RegExp;
  /** What a page without any such text says nothing of; see `bare.ts`. */
  readonly telling: RegExp;
  readonly languages: readonly (readonly [DateOrder, RegExp])[];
  readonly noLabel: string;
  readonly lineTable: LineList;
  /** Said in a row of such a table that is no service. */
  readonly notAService: RegExp;
  /** One service with its parts in fields of their own, where there is no table of services. */
  readonly oneService: LineList;
  readonly diagnosis: Readonly<
    Record<
      'heading' | 'listHeading' | 'label' | 'inDoubt' | 'codeHeader' | 'chip' | 'dotted' | 'numbered',
      RegExp
    >
  >;
}

export const GENERIC_WORDS: GenericWords = {
  meanings: MEANINGS,
  sections: SECTIONS,
  languages: LANGUAGES,
  noLabel: NO_LABEL,
  shapes: SHAPES,
  notOfThisVisit: NOT_OF_THIS_VISIT,
  ended: ENDED,
  telling: TELLING,
  lineTable: LINE_TABLE,
  notAService: NOT_A_SERVICE,
  oneService: ONE_SERVICE,
  diagnosis: {
    heading: DIAGNOSIS_HEADING,
    listHeading: DIAGNOSIS_LIST_HEADING,
    label: DIAGNOSIS_LABEL,
    inDoubt: DIAGNOSIS_IN_DOUBT,
    codeHeader: new RegExp(`^code$|${DIAGNOSIS_LABEL.source}`, 'i'),
    chip: CHIP,
    dotted: CODE_WITH_DOT,
    numbered: ENTRY_NUMBER,
  },
};
