/** Every list of codes that ships with Claimside; an admin can replace each by a newer one of the same name. */
import { ADJUSTMENT_GROUP } from './adjustment-group.ts';
import { ATTACHMENT_REPORT, ATTACHMENT_TRANSMISSION } from './attachment.ts';
import { CLAIM_FILING } from './claim-filing.ts';
import { CLAIM_FREQUENCY } from './claim-frequency.ts';
import type { CodeSet } from './code-set.ts';
import {
  AMBULANCE_CONDITION,
  EPSDT_CONDITION,
  EQUIPMENT_CONDITION,
  HOMEBOUND_CONDITION,
  HOSPICE_CONDITION,
  VISION_CONDITION,
} from './condition.ts';
import { CONTRACT_TYPE } from './contract-type.ts';
import { COUNTRY } from './country.ts';
import { DELAY_REASON } from './delay-reason.ts';
import { INSURANCE_TYPE } from './insurance-type.ts';
import { MODIFIER, PAIR_MODIFIER } from './modifier.ts';
import { PATIENT_CONDITION } from './patient-condition.ts';
import { PAYER_RANK } from './payer-rank.ts';
import { PLACE_OF_SERVICE } from './place-of-service.ts';
import { PROVINCE } from './province.ts';
import { RELATED_CAUSE } from './related-cause.ts';
import { RELATIONSHIP } from './relationship.ts';
import { SERVICE_TYPE } from './service-type.ts';
import { SPECIAL_PROGRAM } from './special-program.ts';
import { STATE } from './states.ts';
import { TRANSPORT_REASON } from './transport-reason.ts';
import { DRUG_UNIT, SERVICE_UNIT } from './unit.ts';

export const SHIPPED_CODE_SETS: readonly CodeSet[] = [
  PLACE_OF_SERVICE,
  CLAIM_FILING,
  RELATIONSHIP,
  STATE,
  PROVINCE,
  COUNTRY,
  PAYER_RANK,
  INSURANCE_TYPE,
  CLAIM_FREQUENCY,
  RELATED_CAUSE,
  SPECIAL_PROGRAM,
  DELAY_REASON,
  ATTACHMENT_REPORT,
  ATTACHMENT_TRANSMISSION,
  CONTRACT_TYPE,
  AMBULANCE_CONDITION,
  HOMEBOUND_CONDITION,
  EPSDT_CONDITION,
  VISION_CONDITION,
  HOSPICE_CONDITION,
  EQUIPMENT_CONDITION,
  TRANSPORT_REASON,
  PATIENT_CONDITION,
  SERVICE_UNIT,
  DRUG_UNIT,
  MODIFIER,
  PAIR_MODIFIER,
  ADJUSTMENT_GROUP,
  SERVICE_TYPE,
];
