/** Cases of families/service-dates.ts. */
import { type EditCase, editCase } from './case.ts';

export const serviceDatesCases: readonly EditCase[] = [
  editCase(
    'service-date',
    'error',
    'serviceLines.0.serviceDate',
    { 'serviceLines.0.serviceDate': '2026-11-23' },
    { 'serviceLines.0.serviceDate': '2026-11-22' },
  ),
  editCase(
    'service-date',
    'error',
    'serviceLines.0.serviceDateEnd',
    { 'serviceLines.0.serviceDateEnd': '2026-11-23' },
    { 'serviceLines.0.serviceDateEnd': '2026-11-22' },
  ),
  editCase(
    'service-date',
    'error',
    'serviceLines.0.serviceDateEnd',
    { 'serviceLines.0.serviceDateEnd': '2026-11-15' },
    { 'serviceLines.0.serviceDateEnd': '2026-11-16' },
  ),
  editCase(
    'service-date',
    'error',
    'serviceLines.0.serviceDate',
    { 'serviceLines.0.serviceDate': '2026-02-30' },
    {},
  ),
  editCase(
    'service-date',
    'error',
    'serviceLines.0.serviceDate',
    { 'patient.birthDate': '2026-11-17' },
    { 'patient.birthDate': '2026-11-16' },
  ),
  editCase(
    'service-after-death',
    'error',
    'serviceLines.1.serviceDate',
    { 'patient.dateOfDeath': '2026-11-15' },
    { 'patient.dateOfDeath': '2026-11-16' },
  ),
  editCase(
    'service-range',
    'warning',
    'serviceLines.0.serviceDateEnd',
    { 'serviceLines.0.serviceDate': '2025-11-16', 'serviceLines.0.serviceDateEnd': '2026-11-16' },
    { 'serviceLines.0.serviceDate': '2025-11-17', 'serviceLines.0.serviceDateEnd': '2026-11-16' },
  ),
  editCase(
    'service-date-old',
    'warning',
    'serviceLines.0.serviceDate',
    { 'serviceLines.0.serviceDate': '2023-11-22' },
    { 'serviceLines.0.serviceDate': '2023-11-23' },
  ),
  editCase(
    'service-date-old',
    'warning',
    'serviceLines.1.serviceDate',
    { 'serviceLines.1.serviceDate': '2016-11-16' },
    { 'serviceLines.1.serviceDate': '2016-11-16', delayReason: '8' },
  ),
];
