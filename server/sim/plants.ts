/** Faults to plant in the server's own code, one at a time: each must be found by the simulation, or it proves nothing. */

export interface Plant {
  readonly name: string;
  /** What the server then does wrong. */
  readonly wrong: string;
  /** The seed of the test's first world, where one of the first takes long to show it; 1 unless it is said. */
  readonly from?: number;
  /** As many as guard against the same. */
  readonly edits: readonly Edit[];
}

export interface Edit {
  /** From the project's root. */
  readonly file: string;
  /** Stands in the file once. */
  readonly find: string;
  readonly put: string;
}

export const PLANTS: readonly Plant[] = [
  {
    name: 'doubt-answered-by-resending',
    wrong: 'a file of unknown fate is sent again where repeats are not safe',
    edits: [
      {
        file: 'server/src/exchange/send.ts',
        find: 'if (profile.repeatsAreSafe && refusal',
        put: 'if (refusal',
      },
    ],
  },
  {
    name: 'intent-not-stored',
    wrong: 'that an upload began is not stored before it begins',
    edits: [
      {
        file: 'server/src/exchange/send.ts',
        find: '(await markSending(scope, ready.id, runtime.now()))',
        put: 'true',
      },
    ],
  },
  {
    name: 'short-file-counts-as-sent',
    wrong: 'a file that is there counts as sent, however much of it is there',
    edits: [
      {
        file: 'server/src/exchange/send.ts',
        find: "if (found.value === 'whole') {",
        put: "if (found.value !== 'nothing') {",
      },
    ],
  },
  {
    name: 'begun-uploads-forgotten',
    wrong: 'an upload that was not seen to end is never looked for',
    edits: [
      {
        file: 'server/src/exchange/send.ts',
        find: "listOutboundFiles(reading(context), ['sending'], context.connectionId)",
        put: 'listOutboundFiles(reading(context), [], context.connectionId)',
      },
    ],
  },
  {
    name: 'taken-back-and-sent',
    wrong: 'a claim that is taken back while its file is written leaves all the same',
    edits: [
      {
        file: 'server/src/exchange/freeze.ts',
        find: 'if (!areHere || ',
        put: 'if (',
      },
      {
        file: 'server/src/store/outbound-files.ts',
        find: "if (linked !== outboxIds.length) throw new Error('a claim of the file no longer waits');",
        put: '',
      },
    ],
  },
  {
    name: 'half-a-download-taken',
    wrong: 'a download that broke off is taken for the whole file',
    edits: [
      {
        file: 'server/src/exchange/receive.ts',
        find: 'if (content.value.length !== file.size) return noteUnfinished(context, file);',
        put: '',
      },
    ],
  },
  {
    name: 'noted-before-stored',
    wrong: 'an answer counts as fetched before it is stored',
    edits: [
      {
        file: 'server/src/exchange/receive.ts',
        find: 'const added = await inTransaction(context, async (scope) => {',
        put: 'await inTransaction(context, (scope) => noteRemoteFile(scope, connectionId, { ...file, settled: true, failures: 0, storedAt: runtime.now() }));\n  const added = await inTransaction(context, async (scope) => {',
      },
    ],
  },
  {
    name: 'removed-before-stored',
    from: 21,
    wrong: 'an answer is removed at the clearinghouse before it is stored',
    edits: [
      {
        file: 'server/src/exchange/receive.ts',
        find: 'await storeRaw(context, file, content.value);',
        put: 'if (profile.deleteAfterDownload) await session.remove(profile.folders.outbound, file.name);\n  await storeRaw(context, file, content.value);',
      },
    ],
  },
  {
    name: 'half-written-removed',
    from: 21,
    wrong: 'an answer that is still being written is removed at the clearinghouse',
    edits: [
      {
        file: 'server/src/exchange/receive.ts',
        find: 'if (storedAt === null) return true;',
        put: 'return true;',
      },
    ],
  },
  {
    name: 'live-named-as-test',
    wrong: 'a file goes out under a name of the other mode',
    edits: [
      {
        file: 'server/src/clearinghouse/upload-name.ts',
        find: 'return profile.fileNames[mode]',
        put: 'return profile.fileNames.test',
      },
      {
        file: 'server/src/clearinghouse/upload-name.ts',
        find: 'if (testMark === null) return ok(name);',
        put: 'if (name) return ok(name);',
      },
    ],
  },
  {
    name: 'press-makes-another-claim',
    wrong: 'a press that is repeated makes another claim',
    edits: [
      {
        file: 'server/src/http/claims/create-claim.ts',
        find: 'const before = await findClaimByIdempotencyKey(scope, idempotencyKey);',
        put: 'idempotencyKey += newId(deps.runtime); const before = await findClaimByIdempotencyKey(scope, idempotencyKey);',
      },
    ],
  },
  {
    name: 'press-makes-two-claims',
    wrong: 'one press makes two claims, and the second is nobody’s',
    edits: [
      {
        file: 'server/src/http/claims/create-claim.ts',
        find: 'return ok({ claimId, isNew: true });',
        put: "await storeQueued(deps, scope, by.deviceId, { request: { ...request, claim: checked.value.claim }, warnings: 0, idempotencyKey: idempotencyKey.concat('-again'), requestHash }); return ok({ claimId, isNew: true });",
      },
    ],
  },
  {
    name: 'numbers-used-again',
    wrong: 'a control number is given out again',
    edits: [
      {
        file: 'server/src/store/counters.ts',
        find: 'set: { value: oneMore(counters.value) },',
        put: 'set: { value: counters.value },',
      },
      {
        file: 'server/src/store/counters.ts',
        find: 'if (!(await isInUse(number))) return number;',
        put: 'return number;',
      },
    ],
  },
  {
    name: 'failed-download-given-up',
    wrong: 'an answer that could not be fetched once is never fetched again',
    edits: [
      {
        file: 'server/src/exchange/receive.ts',
        find: 'if (before?.settled || mayBeFilled(file, now)) return [];',
        put: 'if (before || mayBeFilled(file, now)) return [];',
      },
    ],
  },
  {
    name: 'routes-ignored',
    wrong: 'a claim leaves by whichever connection makes a file first',
    edits: [
      {
        file: 'server/src/exchange/freeze.ts',
        find: 'profile.maximumClaimsPerFile, destinations);',
        put: 'profile.maximumClaimsPerFile);',
      },
      {
        file: 'server/src/exchange/freeze.ts',
        find: '!areHere || !goBy(await readRouting(scope), connectionId, ways, at)',
        put: '!areHere',
      },
    ],
  },
];
