/** Which cause an adjustment reason (CARC) stands for. Codes alone: what they mean to a biller is said in `causes.ts`. */
import { byCode, type CauseId } from './causes.ts';

const REASONS: readonly (readonly [CauseId, string])[] = [
  ['patient-share', '1 2 3 66 241 247 248'],
  ['contract', '45 131 253 P12'],
  ['earlier-payers', '23'],
  ['modifier', '4 182'],
  ['place-of-service', '5 58'],
  ['age-or-sex', '6 7 9 10'],
  ['provider-not-enrolled', '8 52 170 171 172 185 B7 299'],
  ['diagnosis-does-not-fit', '11 12 167 240'],
  ['birth-date', '14'],
  ['service-date', '13 110'],
  ['no-authorization', '15 39 197 198 210 284 296 302'],
  ['something-missing', '16 125 A1'],
  ['duplicate', '18'],
  ['accident-payer', '19 20 21'],
  ['other-payer-first', '22'],
  ['capitated', '24'],
  ['not-insured-then', '26 27 177 200 238 239'],
  ['filed-late', '29'],
  ['member-mismatch', '31 140'],
  ['dependent-not-insured', '32 33 34'],
  ['benefit-used-up', '35 119 149 151 222 273'],
  ['not-covered', '49 51 53 54 55 56 96 111 114 158 160 166 202 204 256 258 269 272 275'],
  ['not-necessary', '40 50 150 152 153 154 261'],
  ['payer-reduction', '44 59 61 104 144 169 186 194 223 237 B10'],
  ['bundled', '97 231 234 236'],
  ['wrong-payer', '109 168 270 280'],
  ['pending', '101 133 143'],
  ['earlier-decision-missing', '129'],
  ['earlier-payer-refused', '136 228 276'],
  ['decision-stands', '193'],
  ['diagnosis-invalid', '146'],
  ['procedure-invalid', '181 189'],
  ['drug', '175 176 211'],
  ['provider-npi', '206 207 208'],
  ['no-referral', '165 173 174 183 184 243 287 288'],
  ['papers-wanted', '148 163 164 226 250 251 252'],
  ['patient-must-answer', '227'],
  ['patient-was-paid', '100'],
  ['out-of-network', '38 242 279'],
];

const BY_REASON = byCode(REASONS);

/** Undefined for a reason that we have no words for; it is never guessed at. */
export const causeOfReason = (reason: string): CauseId | undefined =>
  BY_REASON.get(reason.trim().toUpperCase().replace(/^0+/, ''));
