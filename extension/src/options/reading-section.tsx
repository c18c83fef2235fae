/** For billers and admins: by which recipes the practice's EHR pages are read. */
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { putToUse, standingsFor } from '../recipes/index.ts';
import { listSites } from '../sites.ts';
import { ConfirmDialog, Failed, Loading } from '../ui/parts/index.ts';
import { sentenceOf, useRecipes, useServer } from '../ui/server/index.ts';
import { BuiltInRow, type Step, TaughtRow } from './recipe-rows.tsx';
import { Section } from './section.tsx';

export function ReadingSection() {
  const recipes = useRecipes();
  const hosts = useHosts();
  const server = useServer();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Step>();
  const apply = useMutation({
    mutationFn: async (step: Step) => putToUse(await step.change(server)),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['recipes'] }),
  });
  const { taught, builtIn } = standingsFor(hosts, recipes.data ?? []);
  return (
    <Section
      title="How pages are read"
      intro="Recipes say where on an EHR’s pages a value stands. Those you taught come first; they hold for every browser of the practice."
    >
      {recipes.data ? (
        <>
          {taught.length === 0 && (
            <p class="dim">
              Nothing taught yet. Open a visit that Claimside does not read, and press “Teach Claimside this
              page” in the sidebar.
            </p>
          )}
          <ul class="rows" aria-label="Recipes">
            {taught.map((each) => (
              <TaughtRow key={each.recipe.id} taught={each} onAsk={setAsked} />
            ))}
            {builtIn.map((each) => (
              <BuiltInRow key={each.recipe.id} builtIn={each} onAsk={setAsked} />
            ))}
          </ul>
        </>
      ) : recipes.error ? (
        <Failed error={recipes.error} onRetry={() => void recipes.refetch()} />
      ) : (
        <Loading what="the recipes" />
      )}
      {apply.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(apply.error)}
        </p>
      )}
      {asked && (
        <ConfirmDialog
          title={asked.title}
          confirm={asked.confirm}
          onCancel={() => setAsked(undefined)}
          onConfirm={() => {
            apply.mutate(asked);
            setAsked(undefined);
          }}
        >
          <p>{asked.why}</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}

/** Of the sites that were added here. */
function useHosts(): readonly string[] {
  const [found, setFound] = useState<readonly string[]>([]);
  useEffect(() => {
    void listSites().then((sites) =>
      setFound(sites.flatMap(({ pattern }) => /^[^:]+:\/\/([^/:]+)/.exec(pattern)?.[1] ?? [])),
    );
  }, []);
  return found;
}
