/** Who the sandbox pretends to be: Office Ally's name and id in the files it sends. */
export const CLEARINGHOUSE = { name: 'OFFICE ALLY', id: '330897513' } as const;
