/** Where the sidebar stands on a site: limits, default, and the guard for what was stored or sent. */
import type { SidebarPlace } from '../messages.ts';

export const FRAME_WIDTH = { least: 360, usual: 420, most: 640 } as const;

/** The tab is never pushed out of the window. */
const EDGE = { least: 0.06, most: 0.94 } as const;

export const DEFAULT_PLACE: SidebarPlace = { edge: 0.5, width: FRAME_WIDTH.usual };

/** The place with both numbers brought within their limits. */
export function withinLimits(place: SidebarPlace): SidebarPlace {
  return {
    edge: Math.min(EDGE.most, Math.max(EDGE.least, place.edge)),
    width: Math.round(Math.min(FRAME_WIDTH.most, Math.max(FRAME_WIDTH.least, place.width))),
  };
}

/** Undefined for anything that is not a place. */
export function parsePlace(value: unknown): SidebarPlace | undefined {
  if (typeof value !== 'object' || value === null || !('edge' in value) || !('width' in value))
    return undefined;
  const { edge, width } = value;
  if (typeof edge !== 'number' || typeof width !== 'number') return undefined;
  if (!Number.isFinite(edge) || !Number.isFinite(width)) return undefined;
  return withinLimits({ edge, width });
}
