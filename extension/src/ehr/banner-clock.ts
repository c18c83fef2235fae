/**
 * Since when the banner names this patient, as exactly as the page's own changes tell. A document that began to load
 * before that was opened under somebody else's name, however late it came.
 */
import { agreement, isSomebody, type PatientIdentity } from '@claimside/shared/capture';

/** All times are milliseconds since the epoch, by `timeNow`. */
export interface BannerClock {
  /**
   * To be called at each change of the page: notes the moment when the banner's text became another. Of one that nobody reads
   * meanwhile, as its tab is hidden, it may have named somebody else in between.
   */
  glance(isUnread: boolean): void;
  /** Whom the banner names, as it was just read, and where the name stands. */
  set(patient: PatientIdentity, elements: readonly Element[]): void;
  /** 0 while it has named nobody else. */
  since(): number;
  /** Where the banner stands. */
  document(): Document | undefined;
}

/** On the same scale as `performance.timeOrigin` of any document. */
export const timeNow = (): number => performance.timeOrigin + performance.now();

export function createBannerClock(now: () => number = timeNow): BannerClock {
  let named: PatientIdentity = {};
  let places: readonly Element[] = [];
  let text: string | undefined;
  /** The text when it was read last. */
  let read: string | undefined;
  let changedAt: number | undefined;
  let wasUnread = false;
  let since = 0;
  const textNow = (): string | undefined =>
    places.length > 0 && places.every((element) => element.isConnected && element.ownerDocument.defaultView)
      ? places.map(({ textContent }) => textContent).join('\n')
      : undefined;
  return {
    glance(isUnread) {
      const present = textNow();
      if (present !== undefined && present === text) return;
      // It said something else meanwhile, which nobody read, and now the same again.
      wasUnread ||= isUnread || (text !== undefined && present === read);
      text = present;
      changedAt = now();
    },
    set(patient, elements) {
      if (!isSomebody(patient)) return;
      const isOther = wasUnread || agreement(named, patient) !== 'agree';
      if (isOther && isSomebody(named)) since = changedAt ?? now();
      named = patient;
      places = elements;
      text = read = textNow();
      changedAt = undefined;
      wasUnread = false;
    },
    since: () => since,
    document: () => places[0]?.ownerDocument,
  };
}
