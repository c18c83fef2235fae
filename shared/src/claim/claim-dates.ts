/** The dates of a claim (2300 DTP). All are left out unless they are known and the payer wants them. */
import { IsoDateField } from './fields.ts';

const date = IsoDateField.optional();

export const claimDates = {
  /** DTP*431: when the illness began; never the day of service. */
  onsetDate: date,
  /** DTP*454, DTP*304, DTP*453, DTP*455: spinal treatment and therapy. */
  initialTreatmentDate: date,
  lastSeenDate: date,
  acuteManifestationDate: date,
  lastXRayDate: date,
  /** DTP*439. */
  accidentDate: date,
  /** DTP*484. */
  lastMenstrualPeriodDate: date,
  /** DTP*471. */
  hearingVisionPrescriptionDate: date,
  /** DTP*314 when both are known, else DTP*360 or DTP*361. */
  disabilityStartDate: date,
  disabilityEndDate: date,
  /** DTP*297, DTP*296. */
  lastWorkedDate: date,
  returnToWorkDate: date,
  /** DTP*435, DTP*096: services to an inpatient. */
  admissionDate: date,
  dischargeDate: date,
  /** DTP*090, DTP*091: shared post-operative care. */
  careAssumedDate: date,
  careRelinquishedDate: date,
  /** DTP*444: property and casualty. */
  firstContactDate: date,
  /** DTP*050. */
  repricerReceivedDate: date,
};
