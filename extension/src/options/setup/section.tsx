/** For admins: the way to the first payment, what is done, what waits on whom since when, and what to do next. */
import { type SetupStep, setupSteps } from '@claimside/shared/setup';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { listSites, SITES_KEY } from '../../sites.ts';
import { Failed, Loading, Tag, type Tone, When } from '../../ui/parts/index.ts';
import { useSetup } from '../../ui/server/index.ts';
import { Section } from '../section.tsx';

export function SetupSection() {
  const setup = useSetup();
  const sites = useSiteCount();
  return (
    <Section title="Set-up">
      {setup.data && sites !== undefined ? (
        <Steps steps={setupSteps(setup.data, { sites })} />
      ) : setup.error ? (
        <Failed error={setup.error} onRetry={() => void setup.refetch()} />
      ) : (
        <Loading what="the set-up" />
      )}
    </Section>
  );
}

function Steps({ steps }: { steps: readonly SetupStep[] }) {
  const open = steps.filter(({ state }) => state !== 'done');
  if (open.length === 0) return <All steps={steps} title="All is set up" />;
  const next = open.filter(({ state }) => state === 'yours');
  const waits = open.filter(({ state }) => state === 'waiting');
  return (
    <>
      <p class="intro">
        {next.length > 0 ? (
          <>
            <strong>Next: </strong>
            {next.map(({ id, title, section }, index) => (
              <span key={id}>
                {index > 0 && ', '}
                <a href={`#${section}`}>{title}</a>
              </span>
            ))}
            .
          </>
        ) : (
          `Nothing to do here today${waits.length > 0 ? ': it waits on others' : ''}.`
        )}
      </p>
      <ol class="rows setup-steps">
        {steps.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
    </>
  );
}

/** Folded away: nobody needs it any more. */
function All({ steps, title }: { steps: readonly SetupStep[]; title: string }) {
  return (
    <details>
      <summary>{title}</summary>
      <ol class="rows setup-steps">
        {steps.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
    </details>
  );
}

/** Characters of a date without a time. */
const DAY = 10;

const STATES: Readonly<Record<SetupStep['state'], readonly [Tone, string]>> = {
  done: ['good', 'Done'],
  yours: ['warning', 'To do'],
  waiting: ['progress', 'Waiting'],
  later: ['neutral', 'Later'],
};

function Step({ step: { title, state, words, since, section } }: { step: SetupStep }) {
  const [tone, label] = STATES[state];
  return (
    <li class="row">
      <span class="row-main">
        <a href={`#${section}`}>{title}</a>
        <br />
        <span class="dim small">
          {words}{' '}
          {since && (
            <>
              {state === 'done' ? '' : 'Since '}
              {since.length === DAY ? <time>{since}</time> : <When instant={since} now={Date.now()} />}
            </>
          )}
        </span>
      </span>
      <Tag tone={tone}>{label}</Tag>
    </li>
  );
}

/** How many EHR sites this browser reads; undefined until that is known. */
function useSiteCount(): number | undefined {
  const [count, setCount] = useState<number>();
  useEffect(() => {
    const read = () =>
      void listSites().then((sites) => setCount(sites.filter(({ granted }) => granted).length));
    const changed = (changes: object) => {
      if (SITES_KEY in changes) read();
    };
    read();
    browser.storage.local.onChanged.addListener(changed);
    return () => browser.storage.local.onChanged.removeListener(changed);
  }, []);
  return count;
}
