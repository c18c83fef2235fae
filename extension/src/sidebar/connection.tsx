/** Says when what is shown may be old: the live connection is down, and what happens next. */
import { useQueryClient } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { Banner, Button, momentOf } from '../ui/parts/index.ts';
import { useLive } from '../ui/server/index.ts';

export function Connection() {
  const live = useLive();
  const queries = useQueryClient();
  const [since, setSince] = useState<string>();
  useEffect(() => {
    if (live.kind === 'live') setSince(undefined);
    if (live.kind === 'waiting') setSince((before) => before ?? new Date().toISOString());
  }, [live.kind]);
  if (since === undefined) return null;
  return (
    <Banner
      tone="warning"
      action={
        <Button kind="quiet" class="small" onClick={() => void queries.refetchQueries()}>
          Try now
        </Button>
      }
    >
      No connection to the server since {momentOf(since, Date.now())}. What you see may be old; it tries again
      by itself.
    </Banner>
  );
}
