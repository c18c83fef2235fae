/** Cases of families/parts.ts. */
import { ambulanceClaim, drugClaim, equipmentClaim } from '../../examples/index.ts';
import { type EditCase, editCase } from './case.ts';

export const partsCases: readonly EditCase[] = [
  editCase(
    'part-incomplete',
    'error',
    'serviceLines.1.drug.unit',
    { 'serviceLines.1.drug.unit': undefined },
    { 'serviceLines.1.drug': undefined },
    { claim: drugClaim },
  ),
  editCase(
    'part-incomplete',
    'error',
    'ambulance.miles',
    { 'ambulance.miles': undefined },
    { 'ambulance.miles': 0 },
    { claim: ambulanceClaim },
  ),
  editCase(
    'part-incomplete',
    'error',
    'attachments.1.reportType',
    { attachments: [{ reportType: 'OZ', transmission: 'AA' }, { transmission: 'AA' }] },
    { attachments: [{ reportType: 'OZ', transmission: 'AA' }] },
  ),
  editCase(
    'part-incomplete',
    'error',
    'serviceLines.0.durableMedicalEquipment.days',
    { 'serviceLines.0.durableMedicalEquipment.days': undefined },
    {},
    { claim: equipmentClaim },
  ),
  editCase(
    'attachment-number',
    'error',
    'attachments.0.controlNumber',
    { attachments: [{ reportType: 'OZ', transmission: 'FX' }] },
    { attachments: [{ reportType: 'OZ', transmission: 'AA' }] },
  ),
  editCase(
    'condition-code',
    'error',
    'ambulanceConditions.0.codes',
    { 'ambulanceConditions.0.codes': ['04', '99'] },
    { 'ambulanceConditions.0.codes': ['12'] },
    { claim: ambulanceClaim },
  ),
  editCase(
    'epsdt-referral',
    'warning',
    'epsdtReferral.codes',
    { epsdtReferral: { applies: false, codes: ['ST'] } },
    { epsdtReferral: { applies: false, codes: ['NU'] } },
  ),
  editCase(
    'epsdt-referral',
    'warning',
    'epsdtReferral.codes',
    { epsdtReferral: { applies: true, codes: ['NU'] } },
    { epsdtReferral: { applies: true, codes: ['ST', 'AV'] } },
  ),
  editCase(
    'equipment-recertification',
    'error',
    'serviceLines.0.certificationRevisionDate',
    { 'serviceLines.0.equipmentCertification': { type: 'R', months: 12 } },
    { 'serviceLines.0.equipmentCertification': { type: 'I', months: 12 } },
    { claim: equipmentClaim },
  ),
];
