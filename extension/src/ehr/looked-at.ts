/** CSS of what the readers look at wherever it stands. Part of the vocabulary that a page is handed. */

/** Fields whose value no person reads as one are none. */
const FIELD =
  'input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image], [type=file], [type=password])';

export const LOOKED_AT = {
  /** What can have a label: fields, and texts. */
  withLabels: `${FIELD}, select, textarea, dd, td, output`,
  headings: 'h1, h2, h3, h4, h5, h6, [role=heading], legend, caption',
  gridKinds: '[role=grid], [role=table], [role=treegrid]',
  cells: '[role=cell], [role=gridcell], [role=columnheader], [role=rowheader]',
  /** Headers of columns stand side by side as labels and values do. */
  headerRow: 'thead, [role=columnheader]',
  /** What is drawn as a label. */
  labels: 'label, dt, b, strong, th',
  /** Of a date or a phone in several boxes. */
  boxes: 'input:not([type=hidden], [type=checkbox], [type=radio]), select',
} as const;
