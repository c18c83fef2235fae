/** SBR02 / PAT01: what the patient is to the subscriber, in our own words. */
export const RELATIONSHIPS: Readonly<Record<string, string>> = {
  '18': 'Self',
  '01': 'Spouse',
  '19': 'Child',
  '20': 'Employee',
  '21': 'Unknown',
  '39': 'Organ donor',
  '40': 'Cadaver donor',
  '53': 'Life partner',
  G8: 'Other',
};
