/** Which cause a remark (RARC) stands for: more exact than the reason beside it. */
import { byCode, type CauseId } from './causes.ts';

const REMARKS: readonly (readonly [CauseId, string])[] = [
  ['procedure-invalid', 'M20 M51 N56 N657'],
  ['diagnosis-invalid', 'M64 M76 MA63'],
  ['modifier', 'N519 N822 N823'],
  ['service-date', 'M52 M59 N301'],
  ['units', 'M53'],
  ['charge', 'M54 M79'],
  ['place-of-service', 'M77 M97 N428'],
  ['drug', 'M119'],
  ['clia', 'MA51 MA120'],
  ['duplicate', 'N522'],
  ['other-payer-first', 'MA64'],
  ['earlier-decision-missing', 'MA04 N4 N479 N480 N48'],
  ['member-mismatch', 'MA61 MA27 MA36 N382'],
  ['birth-date', 'N329'],
  ['sex', 'MA39'],
  ['patient-address', 'MA37'],
  ['billing-provider', 'N256 N257 N258 N259 MA112'],
  ['tax-id', 'MA113 N209'],
  ['taxonomy', 'N94 N255 N288'],
  ['rendering-provider', 'N289 N290'],
  ['referring-provider', 'N31 N264 N265 N285 N286 N574 N575'],
  ['supervising-provider', 'N297 N298'],
  ['facility', 'MA114 MA115 N293 N294'],
  ['provider-not-enrolled', 'N95 N198 N570 N767'],
  ['no-authorization', 'M62 N54'],
  ['other-dates', 'MA122 N304'],
  ['papers-wanted', 'M29 M127 N26 N29 N205 N705 N706'],
  ['not-necessary', 'M25 N115 N386'],
  ['bundled', 'M15 M80 N19 N20'],
  ['benefit-used-up', 'M86 N362 N640'],
  ['not-covered', 'N30 N130'],
  ['service-description', 'N350'],
  ['something-missing', 'MA130'],
];

const BY_REMARK = byCode(REMARKS);

/** Undefined for a remark that we have no words for. */
export const causeOfRemark = (remark: string): CauseId | undefined =>
  BY_REMARK.get(remark.trim().toUpperCase());
