/** What is to know of the reading itself, with a way on where there is one: teach the page again, or see where a link stands. */
import type { CaptureNote } from '@claimside/shared/capture';
import { Banner, Button } from '../../ui/parts/index.ts';

/** What pointing at the page anew may put right. */
const TEACHABLE: readonly string[] = ['page-changed', 'partial'];

export interface NoteActions {
  /** Undefined for who may not say how pages are read. */
  readonly onTeach: (() => void) | undefined;
  /** Outlines a place of the page; null clears it. Whoever wants to go there presses it in the page. */
  readonly onPoint: ((placeId: string | null) => void) | undefined;
}

export function NoteBanner({ note, onTeach, onPoint }: { note: CaptureNote } & NoteActions) {
  const { code, message, placeId } = note;
  const isLink = code === 'look-elsewhere' && placeId !== undefined;
  return (
    <Banner
      tone={code === 'patient-mismatch' ? 'bad' : 'warning'}
      action={
        isLink && onPoint ? (
          <Button
            kind="quiet"
            class="small"
            aria-description={message}
            onClick={() => onPoint(placeId)}
            onBlur={() => onPoint(null)}
          >
            Show the link
          </Button>
        ) : (
          onTeach &&
          TEACHABLE.includes(code) && (
            <Button kind="quiet" class="small" onClick={onTeach}>
              Teach again
            </Button>
          )
        )
      }
    >
      {message}
    </Banner>
  );
}
