/** What goes wrong on the way to the clearinghouse: drawn for each request, as often as the weather is bad. */
import type { Random } from '../../../fuzz/random.ts';

/** One request in so many fails; 0: none. */
export interface Weather {
  readonly connect: number;
  readonly list: number;
  readonly download: number;
  readonly upload: number;
  readonly look: number;
  /** Of the failing log-ins, all: the password is refused, or the host key is another one. */
  readonly door: 'open' | 'login-refused' | 'host-key-changed';
}

export const FAIR: Weather = { connect: 0, list: 0, download: 0, upload: 0, look: 0, door: 'open' };

const ROUGH: Weather = { connect: 5, list: 6, download: 6, upload: 3, look: 5, door: 'open' };

export function drawWeather(random: Random): Weather {
  switch (random.below(6)) {
    case 0:
    case 1:
      return FAIR;
    case 2:
      return { ...FAIR, upload: 2, look: 3 };
    case 3:
      return { ...FAIR, door: random.pick(['login-refused', 'host-key-changed']) };
    default:
      return ROUGH;
  }
}

export const fails = (random: Random, oneIn: number): boolean => oneIn > 0 && random.oneIn(oneIn);
