/** Codes that the guides of 270 and 271 list, as far as they are short and closed; what they mean stands in `../benefits`. */
const list = (codes: string): readonly [string, ...string[]] => {
  const [first = '', ...others] = codes.trim().split(/\s+/);
  return [first, ...others];
};

/** NM101 of who answers (2100A). */
export const SOURCES = list('PR 2B 36 GP P5');
/** NM108 of who answers: of a payer PI, as a rule. */
export const SOURCE_IDS = list('PI 24 46 FI NI XV XX');
/** NM101 of who asks (2100B). */
export const RECEIVERS = list('1P 2B 36 80 FA GP P5 PR');
/** NM108 of who asks: of a provider XX. */
export const RECEIVER_IDS = list('XX 24 34 FI PI PP SV XV');

/** REF01 of who asks (2100B). */
export const RECEIVER_REFERENCES = list('0B 1C 1D 1J 4A CT EL EO HPI JD N5 N7 Q4 SY TJ');
/** REF01 of a person (2100C, 2100D). */
export const PATIENT_REFERENCES = list('18 1L 1W 3H 49 6P CE CT EA EJ F6 GH HJ IF IG MRC N6 NQ Q4 SY Y4');
/** REF01 of a benefit (2110C, 2110D). */
export const BENEFIT_REFERENCES = list('18 1L 1W 49 6P 9F ALS CLI F6 FO G1 IG M7 N6 NQ');

/** DTP01 of a person. */
export const PATIENT_DATES = list(
  '096 102 152 291 307 318 340 341 342 343 346 347 356 357 382 435 442 458 472 539 540 636 771',
);
/** DTP01 of a benefit. */
export const BENEFIT_DATES = list(
  '096 193 194 198 290 291 292 295 304 307 318 346 348 349 356 357 435 472 636 771',
);

/** PRV01. */
export const PROVIDER_ROLES = list('AD AT BI CO CV H HH LA OT P1 P2 PC PE R RF SB SK SU');
/** PRV02: of a taxonomy PXC. */
export const PROVIDER_IDS = list('PXC 9K D3 EI HPI SY TJ');

/** INS02 of a dependent. */
export const DEPENDENT_RELATIONSHIPS = list('01 19 20 21 34 39 40 53 G8');

/** EB01. */
export const BENEFITS = list('1 2 3 4 5 6 7 8 A B C CB D E F G H I J K L M MC N O P Q R S T U V W X Y');
/** EB02. */
export const COVERAGE_LEVELS = list('CHD DEP ECH EMP ESP FAM IND SPC SPO');
/** EB06. */
export const TIME_PERIODS = list('6 7 13 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36');
/** EB09. */
export const QUANTITIES = list('8H 99 CA CE D3 DB DY HS LA LE M2 MN P6 QA S7 S8 VS YY');
/** EB13-1, EQ02-1. */
export const PROCEDURES = list('HC AD CJ ID IV N4 ZZ');

/** HSD01. */
export const DELIVERIES = list('DY FL HS MN VS');
/** HSD03. */
export const DELIVERY_UNITS = list('DA MO VS WK YR');
/** HSD05. */
export const DELIVERY_PERIODS = list('6 7 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35');
/** HSD07. */
export const DELIVERY_FREQUENCIES = list(
  '1 2 3 4 5 6 7 8 9 A B C D E F G H J K L M N O P Q R S SG SL SP SX SY SZ T U V W X Y',
);
/** HSD08. */
export const DELIVERY_PATTERNS = list('A B C D E F G Y');

/** NM101 of a party that a benefit names (2120C, 2120D). */
export const RELATED_PARTIES = list(
  '13 1I 1P 2B 36 73 FA GP GW I3 IL LR OC P3 P4 P5 PR PRP SEP TTP VER VN VY X3 Y2',
);
/** NM108 of such a party. */
export const RELATED_IDS = list('XX 24 34 46 FA FI II MI NI PI PP SV XV');
/** NM110. */
export const RELATED_AS = list('01 02 27 41 48 65 72');

/** AAA03 by where it stands. */
export const REJECTIONS = {
  source: list('04 41 42 79'),
  payer: list('04 41 42 79 80 T4'),
  receiver: list('15 41 43 44 45 46 47 48 50 51 79 97 T4'),
  subscriber: list('15 35 42 43 45 47 48 49 51 52 56 57 58 60 61 62 63 71 72 73 74 75 76 78'),
  dependent: list('15 35 42 43 45 47 48 49 51 52 56 57 58 60 61 62 63 64 65 66 67 68 71 77'),
  benefit: list('15 33 52 53 54 55 56 57 60 61 62 63 69 70 98 AA AE AF AG AO CI E8 IA MA'),
} as const;
/** AAA04. */
export const FOLLOW_UPS = list('C N P R S W X Y');

/** MPI01 to MPI03. */
export const MILITARY_STATUSES = list('A C L O P S T');
export const MILITARY_EMPLOYMENTS = list('AE AO AS AT AU CC DD HD IR LX PE RE RM RR RU');
export const MILITARY_BRANCHES = list('A B C D E F G H I J K L M N O Q R S U W');
