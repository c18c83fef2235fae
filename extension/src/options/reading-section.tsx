/** For billers and admins: by which recipes the practice's EHR pages are read. */
import type { PracticeRecipe } from '@claimside/shared/api';
import type { Recipe } from '@claimside/shared/recipe';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { builtInFor, putToUse } from '../recipes/index.ts';
import { listSites } from '../sites.ts';
import { Button, ConfirmDialog, Failed, Loading, Tag, When } from '../ui/parts/index.ts';
import { type Server, sentenceOf, useRecipes, useServer } from '../ui/server/index.ts';
import { Section } from './section.tsx';

/** What is asked before it is done. */
interface Step {
  readonly title: string;
  readonly why: string;
  readonly confirm: string;
  readonly change: (server: Server) => Promise<readonly PracticeRecipe[]>;
}

export function ReadingSection() {
  const recipes = useRecipes();
  const builtIn = useBuiltIn();
  const server = useServer();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Step>();
  const apply = useMutation({
    mutationFn: async (step: Step) => putToUse(await step.change(server)),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['recipes'] }),
  });
  const taught = (recipes.data ?? []).filter(({ change }) => 'recipe' in change);
  const off = new Set((recipes.data ?? []).flatMap(({ id, change }) => ('off' in change ? [id] : [])));
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
              <TaughtRow key={each.id} taught={each} onAsk={setAsked} />
            ))}
            {builtIn.map((recipe) => (
              <BuiltInRow key={recipe.id} recipe={recipe} isOff={off.has(recipe.id)} onAsk={setAsked} />
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

function TaughtRow({ taught, onAsk }: { taught: PracticeRecipe; onAsk(step: Step): void }) {
  const { id, change, changedAt } = taught;
  if (!('recipe' in change)) return null;
  const { name, revision, documents } = change.recipe;
  const pages = documents
    .filter((document) => document.id.startsWith('taught-'))
    .map((document) => document.name);
  return (
    <li class="row">
      <span class="row-main">
        {name}
        <br />
        <span class="dim small">
          {pages.length > 0 && `${pages.join(', ')}. `}Revision {revision},{' '}
          <When instant={changedAt} now={Date.now()} />
        </span>
      </span>
      <Tag tone="good">Taught</Tag>
      <Button
        class="small"
        aria-label={`Remove ${name}`}
        onClick={() =>
          onAsk({
            title: `Remove what was taught for ${name}?`,
            why: 'Its pages are read as before they were taught, in every browser of the practice.',
            confirm: 'Remove',
            change: (server) => server.removeRecipe(id),
          })
        }
      >
        Remove
      </Button>
    </li>
  );
}

function BuiltInRow(props: { recipe: Recipe; isOff: boolean; onAsk(step: Step): void }) {
  const { recipe, isOff } = props;
  const { id, name, revision, hosts } = recipe;
  const step: Step = isOff
    ? {
        title: `Use the recipe for ${name} again?`,
        why: 'Its pages are read by the extension’s own recipe, in every browser of the practice.',
        confirm: 'Switch on',
        change: (server) => server.removeRecipe(id),
      }
    : {
        title: `Switch the recipe for ${name} off?`,
        why: 'Its pages are read by labels and headings alone, in every browser of the practice.',
        confirm: 'Switch off',
        change: (server) => server.saveRecipe(id, { off: true }),
      };
  return (
    <li class="row">
      <span class="row-main">
        {name}
        <br />
        <span class="dim small">
          Comes with the extension, {hosts.length > 0 ? hosts.join(', ') : 'on any site'}. Revision {revision}
        </span>
      </span>
      <Tag tone={isOff ? 'warning' : 'good'}>{isOff ? 'Off' : 'On'}</Tag>
      <Button class="small" aria-label={`${step.confirm} ${name}`} onClick={() => props.onAsk(step)}>
        {step.confirm}
      </Button>
    </li>
  );
}

/** Those that may read the sites that were added here. */
function useBuiltIn(): readonly Recipe[] {
  const [found, setFound] = useState<readonly Recipe[]>([]);
  useEffect(() => {
    void listSites().then((sites) => {
      const hosts = sites.flatMap(({ pattern }) => /^[^:]+:\/\/([^/:]+)/.exec(pattern)?.[1] ?? []);
      setFound(builtInFor(hosts));
    });
  }, []);
  return found;
}
