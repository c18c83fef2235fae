/**
 * Every message between the parts of the extension, one sentence each.
 * The page zone only reports captures and gets highlights: no server data, no token, no claim ever travels this way.
 */
import type { Capture, CaptureBinding } from '@claimside/shared/capture';
import type { Pointed, PointedAt, Recipe } from '@claimside/shared/recipe';

/** Sidebar (or background) to the page's content script. Each has one answer. */
export interface PageRequests {
  /** Read the visit now; its binding is compared again before a claim is sent. */
  'page/read': { request: Record<never, never>; response: Capture };
  /** Outline the place a value was read from; none clears it. */
  'page/highlight': { request: { placeId: string | null }; response: null };
  /** Open, close or toggle the sidebar's frame; where the page would not leave it alone it stays closed. */
  'page/sidebar': {
    request: { action: 'open' | 'close' | 'toggle' };
    response: { open: boolean; gaveUp?: true };
  };
  /** Set the frame's width in CSS pixels (360-640). */
  'page/resize': { request: { width: number }; response: null };
  /** The colour of the dot on the edge tab. */
  'page/dot': { request: { state: 'none' | 'ready' | 'look' | 'offline' }; response: null };
  /** Other recipes may read this page now: ask for them again. */
  'page/recipes-changed': { request: Record<never, never>; response: null };
  /** The site was taken off the list: stop reading, and leave the page as it was. */
  'page/stop': { request: Record<never, never>; response: null };
}

/**
 * Sidebar to the teaching script, which it put into the page on demand. Each has one answer. The script lives as long as
 * the port of this name that the sidebar opened to it.
 */
export interface TeachRequests {
  /** Let the person point at something; null when they stopped. `words` say at what: `the patient's birth date`. */
  'teach/point': { request: { at: PointedAt; words: string }; response: Pointed | null };
  /** What this recipe would give on this page now. */
  'teach/try': { request: { recipe: Recipe }; response: Capture };
  /** Outline these places, which the last tries read from; none ends it. */
  'teach/show': { request: { placeIds: readonly string[] }; response: null };
  /** No more pointing: the outline goes. */
  'teach/stop': { request: Record<never, never>; response: null };
}
export const TEACH_PORT = 'teach';

/** Content script to whoever listens in the extension (the sidebar of the same tab, the background worker). No answer. */
export interface PageNews {
  /** What the page shows has changed: patient, visit or codes. Read again. */
  'page/changed': { binding: CaptureBinding };
  /** The page kept removing or restyling our element, so it was given up there: the side panel still works. */
  'page/gave-up': Record<never, never>;
}

/** Content script to the background worker, which keeps what the page's own storage must not. Each has one answer. */
export interface BackgroundRequests {
  /** How the edge tab and the frame look, and where they were left on this site: all that the tab waits for. */
  'background/place': { request: Record<never, never>; response: Appearance };
  /** Whether this browser can bill, as far as it knows: paired, and not refused by its server. Nothing else about it. */
  'background/paired': { request: Record<never, never>; response: boolean };
  /** How pages of this site may be read. */
  'background/knowledge': { request: Record<never, never>; response: Knowledge };
  /** What of the page's own state counts at this address, where this recipe of the site asks for it; null when nothing came. */
  'background/page-state': { request: { recipe: string; address: string }; response: unknown };
  /** What pages of a chart said, handed over by the page before in this tab and on this site; null when there is none. */
  'background/chart': { request: Record<never, never>; response: unknown };
  /** The page is being left: the next one in this tab may be of the same chart. */
  'background/chart-left': { request: { chart: unknown }; response: null };
  /** The person moved the edge tab or resized the frame on this site. */
  'background/placed': { request: { place: SidebarPlace }; response: null };
}

/** All that a page script knows of EHRs; its own code knows none. */
export interface Knowledge {
  /** Those that may read pages of the site, best first. */
  readonly recipes: readonly Recipe[];
  /** What labels and headings mean where no recipe says, as text. */
  readonly words: string;
}

/** How what we draw in the page looks: data, as knowledge is, so that it need not be in every page as code. */
export interface Appearance {
  readonly place: SidebarPlace;
  readonly css: string;
  /** Of our one element itself. */
  readonly hostStyle: string;
  /** Words of the tab, by what its dot says and what a press does, and of its notice. */
  readonly says: Readonly<Record<PageRequest<'page/dot'>['state'] | 'close' | 'bill' | 'updated', string>>;
  /** Attributes of the edge by which the panel is made wider. */
  readonly grip: Readonly<Record<string, string>>;
}

/** Where a person left the sidebar on one site. */
export interface SidebarPlace {
  /** Middle of the edge tab as a share of the window's height, 0 to 1. */
  readonly edge: number;
  /** Width of the frame in CSS pixels, 360 to 640. */
  readonly width: number;
}

export type PageRequestName = keyof PageRequests;
export type PageRequest<Name extends PageRequestName = PageRequestName> = {
  [Key in Name]: { type: Key } & PageRequests[Key]['request'];
}[Name];
export type PageResponse<Name extends PageRequestName> = PageRequests[Name]['response'];
export type TeachRequest = {
  [Key in keyof TeachRequests]: { type: Key } & TeachRequests[Key]['request'];
}[keyof TeachRequests];
export type PageNewsMessage = { [Key in keyof PageNews]: { type: Key } & PageNews[Key] }[keyof PageNews];
export type BackgroundRequest = {
  [Key in keyof BackgroundRequests]: { type: Key } & BackgroundRequests[Key]['request'];
}[keyof BackgroundRequests];
