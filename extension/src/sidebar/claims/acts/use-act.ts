/** Writes down one thing that a person did about a claim, once however often it is pressed. */
import type { ClaimAct, ClaimDetail } from '@claimside/shared/api';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useServer } from '../../../ui/server/index.ts';

export function useAct(claimId: string, done: () => void): UseMutationResult<ClaimDetail, Error, ClaimAct> {
  const server = useServer();
  const queries = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (act: ClaimAct) => server.recordAct(claimId, act, key),
    onSuccess: (claim: ClaimDetail) => {
      queries.setQueryData(['claim', claimId], claim);
      done();
    },
    // Refused or not, what is shown was old.
    onSettled: () =>
      Promise.all(['claim', 'claims'].map((name) => queries.invalidateQueries({ queryKey: [name] }))),
  });
}
