/** The command that lets a first admin in again, as the practice's own server takes it. */
export const WAY_BACK = 'pnpm --silent claimside pair --role admin --data ~/claimside-data';
