/** Which of a practice's connections a claim leaves by. Pure: routes and a moment in, the connection's id out. */
import { earliestDateOnEarth, type IsoDate, type UtcInstant } from '@claimside/shared/values';

/** The connection that every payer uses unless it is routed to another. */
export const MAIN_CONNECTION = 'main';

export const ROUTE_KINDS = ['payer', 'filing-indicator'] as const;

/** `value`: the payer's id on the claim, or the claim filing indicator of a kind of insurance. */
export interface Route {
  readonly kind: (typeof ROUTE_KINDS)[number];
  readonly value: string;
  readonly connectionId: string;
}

export interface Routing {
  readonly routes: readonly Route[];
  /** The first day of each connection in use that has one. */
  readonly startsOn: ReadonlyMap<string, IsoDate>;
}

/** Of the payer that is billed: a secondary claim goes by its own. */
export interface Destination {
  readonly payerId: string;
  readonly claimFilingIndicator: string;
}

/** False until the day from which this clearinghouse is used has begun everywhere. */
export function hasStarted({ startsOn }: { readonly startsOn: IsoDate | null }, now: UtcInstant): boolean {
  return startsOn === null || earliestDateOnEarth(now) >= startsOn;
}

/**
 * The payer's own route, else that of its kind of insurance, else the main connection. Before a connection's first day its payers go
 * as they would without it.
 */
export function connectionFor(
  { routes, startsOn }: Routing,
  { payerId, claimFilingIndicator }: Destination,
  now: UtcInstant,
): string {
  const wanted = [
    routes.find(({ kind, value }) => kind === 'payer' && value === payerId),
    routes.find(({ kind, value }) => kind === 'filing-indicator' && value === claimFilingIndicator),
  ];
  const open = wanted.find(
    (route) => route && hasStarted({ startsOn: startsOn.get(route.connectionId) ?? null }, now),
  );
  return open?.connectionId ?? MAIN_CONNECTION;
}

/** One text for it, as it is kept with a waiting claim. */
export const destinationText = ({ payerId, claimFilingIndicator }: Destination): string =>
  `${claimFilingIndicator}:${payerId}`;

export function readDestination(text: string): Destination {
  const colon = text.indexOf(':');
  return { claimFilingIndicator: text.slice(0, Math.max(colon, 0)), payerId: text.slice(colon + 1) };
}

/** The command that sets this connection anew: without its name it would be the main one. */
export const setCommand = (id: string = MAIN_CONNECTION, name = ''): string =>
  `claimside clearinghouse set${id === MAIN_CONNECTION ? '' : ` --connection "${name}"`}`;
