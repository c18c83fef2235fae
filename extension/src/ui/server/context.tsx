/** Gives the views the paired server, its live connection and the queries over it. */
import {
  MutationCache,
  QueryCache,
  QueryClient,
  QueryClientProvider,
  useQueryClient,
} from '@tanstack/preact-query';
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { askAgainAfter } from './ask-again.ts';
import { connect } from './client.ts';
import type { Server } from './contract.ts';
import { type Credentials, loadCredentials, noteStanding, onCredentialsChanged } from './credentials.ts';
import { type LiveState, listen, shownState, waitFor } from './live.ts';
import { ServerTrouble } from './problems.ts';

/** Whether this browser belongs to a practice. */
export type Pairing =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unpaired' }
  | { readonly kind: 'paired'; readonly credentials: Credentials; readonly server: Server };

const PairingContext = createContext<Pairing>({ kind: 'loading' });
const LiveContext = createContext<LiveState>({ kind: 'connecting' });

export const usePairing = () => useContext(PairingContext);
export const useLive = () => useContext(LiveContext);

/** The server of a paired browser; views below <WhenPaired> only. */
export function useServer(): Server {
  const pairing = usePairing();
  if (pairing.kind !== 'paired') throw new Error('used outside of a paired view');
  return pairing.server;
}

/** One place for everything that comes from the server; forgets it all when the pairing changes. */
export function ServerProvider({ children }: { children: ComponentChildren }) {
  const pairing = useStoredPairing();
  const client = useMemo(
    () => newQueryClient(pairing.kind === 'paired' ? pairing.credentials.deviceId : undefined),
    [pairing],
  );
  return (
    <QueryClientProvider client={client}>
      <PairingContext.Provider value={pairing}>
        {pairing.kind === 'paired' ? (
          <LiveProvider server={pairing.server} deviceId={pairing.credentials.deviceId}>
            {children}
          </LiveProvider>
        ) : (
          children
        )}
      </PairingContext.Provider>
    </QueryClientProvider>
  );
}

function useStoredPairing(): Pairing {
  const [pairing, setPairing] = useState<Pairing>({ kind: 'loading' });
  useEffect(() => {
    let latest = 0;
    const load = async () => {
      latest += 1;
      const turn = latest;
      const credentials = await loadCredentials();
      if (turn !== latest) return;
      setPairing(
        credentials ? { kind: 'paired', credentials, server: connect(credentials) } : { kind: 'unpaired' },
      );
    };
    void load();
    return onCredentialsChanged(() => void load());
  }, []);
  return pairing;
}

/** So long until the first answers are there and shown, in milliseconds. */
const FIRST_ANSWERS = 1_500;

/** Listens while the page can be seen: a browser allows few connections to one server, and hidden tabs need none. */
function LiveProvider(props: { server: Server; deviceId: string; children: ComponentChildren }) {
  const { server, deviceId, children } = props;
  const [state, setState] = useState<LiveState>({ kind: 'connecting' });
  const queries = useQueryClient();
  useEffect(() => {
    let running = new AbortController();
    let isFirst = true;
    let later: ReturnType<typeof setTimeout> | undefined;
    const askAgain = () => void queries.invalidateQueries();
    const start = () => {
      running.abort();
      running = new AbortController();
      if (document.visibilityState === 'hidden') return;
      void listen(
        {
          open: server.openEvents,
          onState: (now) => {
            setState((before) => shownState(before, now));
            if (now.kind === 'live') void noteStanding(deviceId, 'known');
            if (now.kind === 'refused') void noteStanding(deviceId, 'refused');
          },
          onConnected: () => {
            // All is being asked just now: what changed in the same breath is asked for once the answers are shown.
            if (isFirst) later = setTimeout(askAgain, FIRST_ANSWERS);
            else askAgain();
            isFirst = false;
          },
          onEvent: askAgainAfter({
            queries,
            random: Math.random,
            wait: waitFor,
            signal: running.signal,
          }),
          random: Math.random,
          wait: waitFor,
        },
        running.signal,
      );
    };
    start();
    document.addEventListener('visibilitychange', start);
    window.addEventListener('online', start);
    return () => {
      running.abort();
      clearTimeout(later);
      document.removeEventListener('visibilitychange', start);
      window.removeEventListener('online', start);
    };
  }, [server, deviceId, queries]);
  return <LiveContext.Provider value={state}>{children}</LiveContext.Provider>;
}

function newQueryClient(deviceId: string | undefined): QueryClient {
  // Whichever request hears first that the browser is revoked: other pages' tabs know it too.
  const onError = (error: unknown) => {
    const isRevoked = error instanceof ServerTrouble && error.kind === 'revoked';
    if (isRevoked && deviceId !== undefined) void noteStanding(deviceId, 'refused');
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        // The server may stand on this machine or in the practice's network: "online" says nothing about it.
        networkMode: 'always',
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && error instanceof ServerTrouble && !error.isFinal,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
