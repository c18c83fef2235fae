/** One recipe a row: what it is, whether pages are read by it, and what can be done about that. */
import type { PracticeRecipe } from '@claimside/shared/api';
import type { ComponentChildren } from 'preact';
import type { BuiltInStanding, TaughtStanding } from '../recipes/index.ts';
import { Button, Tag, type Tone, When } from '../ui/parts/index.ts';
import type { Server } from '../ui/server/index.ts';

/** What is asked before it is done. */
export interface Step {
  readonly title: string;
  readonly why: string;
  readonly confirm: string;
  readonly change: (server: Server) => Promise<readonly PracticeRecipe[]>;
}

type OnAsk = (step: Step) => void;
const EVERYWHERE = ', in every browser of the practice.';

export function TaughtRow({ taught, onAsk }: { taught: TaughtStanding; onAsk: OnAsk }) {
  const { isOff, changedAt, recipe } = taught;
  const { id, name, revision, documents } = recipe;
  const pages = documents.filter((document) => document.id.startsWith('taught-'));
  const turn: Step = isOff
    ? {
        title: `Use what was taught for ${name} again?`,
        why: `Its pages are read as they were taught${EVERYWHERE}`,
        confirm: 'Switch on',
        change: (server) => server.switchRecipe(id, 'on'),
      }
    : {
        title: `Switch off what was taught for ${name}?`,
        why: `Its pages are read as before they were taught${EVERYWHERE} What was taught is kept and can be switched on again.`,
        confirm: 'Switch off',
        change: (server) => server.switchRecipe(id, 'off'),
      };
  const remove: Step = {
    title: `Remove what was taught for ${name}?`,
    why: `Its pages are read as before they were taught${EVERYWHERE} It cannot be brought back, only taught anew.`,
    confirm: 'Remove',
    change: (server) => server.removeRecipe(id),
  };
  return (
    <RecipeRow
      name={name}
      tag={isOff ? 'Taught, off' : 'Taught'}
      tone={isOff ? 'warning' : 'good'}
      steps={[turn, remove]}
      onAsk={onAsk}
    >
      {pages.length > 0 && `${pages.map((page) => page.name).join(', ')}. `}Revision {revision},{' '}
      <When instant={changedAt} now={Date.now()} />
    </RecipeRow>
  );
}

export function BuiltInRow({ builtIn, onAsk }: { builtIn: BuiltInStanding; onAsk: OnAsk }) {
  const { recipe, is, behind } = builtIn;
  const { name, revision, hosts } = recipe;
  const { tag, tone } = SHOWN[is.kind];
  const where = hosts.length > 0 ? hosts.join(', ') : 'on any site';
  return (
    <RecipeRow name={name} tag={tag} tone={tone} steps={stepsOf(builtIn)} onAsk={onAsk}>
      {is.kind === 'replaced' ? (
        <>
          The practice’s own, revision {is.own.revision}, <When instant={is.changedAt} now={Date.now()} />. It
          reads in place of the one that comes with the extension, revision {revision}, {where}
        </>
      ) : (
        <>
          Comes with the extension, {where}. Revision {revision}
          {is.kind === 'put-back' && `. The practice’s own, revision ${is.own.revision}, is kept and off`}
          {is.kind === 'newer' &&
            `. It is newer than the practice’s own, revision ${is.own.revision}, which is not used`}
        </>
      )}
      {behind.length > 0 && `. On ${behind.join(', ')} what you taught comes first`}
    </RecipeRow>
  );
}

const SHOWN: Readonly<Record<BuiltInStanding['is']['kind'], { tag: string; tone: Tone }>> = {
  on: { tag: 'On', tone: 'good' },
  off: { tag: 'Off', tone: 'warning' },
  replaced: { tag: 'Replaced', tone: 'warning' },
  'put-back': { tag: 'On', tone: 'good' },
  newer: { tag: 'On', tone: 'good' },
};

function stepsOf({ recipe: { id, name }, is }: BuiltInStanding): readonly Step[] {
  const byExtension = `Its pages are read by the extension’s own recipe${EVERYWHERE}`;
  const remove: Step = {
    title: `Remove the practice’s own recipe for ${name}?`,
    why: `${byExtension} The practice’s own cannot be brought back.`,
    confirm: 'Remove the practice’s own',
    change: (server) => server.removeRecipe(id),
  };
  switch (is.kind) {
    case 'on':
      return [
        {
          title: `Switch the recipe for ${name} off?`,
          why: `Its pages are read by labels and headings alone${EVERYWHERE}`,
          confirm: 'Switch off',
          change: (server) => server.switchRecipe(id, 'off'),
        },
      ];
    case 'off':
      return [
        {
          title: `Use the recipe for ${name} again?`,
          why: byExtension,
          confirm: 'Switch on',
          change: (server) => server.switchRecipe(id, 'on'),
        },
      ];
    case 'replaced':
      return [
        {
          title: `Put the extension’s own recipe for ${name} back?`,
          why: `${byExtension} The practice’s own is kept, switched off.`,
          confirm: 'Put back',
          change: (server) => server.switchRecipe(id, 'off'),
        },
      ];
    case 'put-back':
      return [
        {
          title: `Use the practice’s own recipe for ${name} again?`,
          why: `It reads in place of the one that comes with the extension${EVERYWHERE}`,
          confirm: 'Use the practice’s own',
          change: (server) => server.switchRecipe(id, 'on'),
        },
        remove,
      ];
    case 'newer':
      return [remove];
  }
}

function RecipeRow(props: {
  name: string;
  tag: string;
  tone: Tone;
  steps: readonly Step[];
  onAsk: OnAsk;
  children: ComponentChildren;
}) {
  const { name, steps, onAsk } = props;
  return (
    <li class="row">
      <span class="row-main">
        {name}
        <br />
        <span class="dim small">{props.children}</span>
      </span>
      <Tag tone={props.tone}>{props.tag}</Tag>
      {steps.map((step) => (
        <Button
          key={step.confirm}
          class="small"
          aria-label={`${step.confirm} ${name}`}
          onClick={() => onAsk(step)}
        >
          {step.confirm}
        </Button>
      ))}
    </li>
  );
}
