/** The EHR sites this browser reads. */
import { useEffect, useState } from 'preact/hooks';
import { addSite, listSites, removeSite, type Site } from '../sites.ts';
import { Button, Field, Tag } from '../ui/parts/index.ts';
import { Section } from './section.tsx';
import { type SiteRefusal, sitePattern } from './site-pattern.ts';

const REFUSALS: Readonly<Record<SiteRefusal, string>> = {
  'not-an-address': 'This is not a web address. It looks like https://ehr.example.com.',
  'not-a-web-page': 'The address must start with https:// or http://.',
  'with-a-name': 'Leave out the user name and password before the @.',
  'too-wide': 'Name one site; Claimside does not read all sites.',
};
const NOT_ALLOWED = 'Chrome needs your permission to read this site. Press again and allow it.';

export function SitesSection() {
  const [sites, setSites] = useState<readonly Site[]>();
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<string>();
  const [said, setSaid] = useState('');
  const reload = async () => setSites(await listSites());
  useEffect(() => void reload(), []);

  const add = async (typed: string) => {
    setProblem(undefined);
    setSaid('');
    const pattern = sitePattern(typed);
    if (!pattern.ok) return setProblem(REFUSALS[pattern.error]);
    if (!(await addSite(pattern.value))) return setProblem(NOT_ALLOWED);
    setAddress('');
    setSaid(`${hostOf(pattern.value)} was added. Open a visit there.`);
    await reload();
  };
  const remove = async (pattern: string) => {
    setProblem(undefined);
    await removeSite(pattern);
    setSaid(`${hostOf(pattern)} was removed.`);
    await reload();
  };
  return (
    <Section
      title="EHR sites"
      at="sites"
      intro="Claimside reads visits on these sites and on no others. The page gets nothing from your server."
    >
      <form
        class="form inline"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void add(address);
        }}
      >
        <Field label="Address of your EHR" problem={problem}>
          {(control) => (
            <input
              {...control}
              class="input"
              name="site"
              inputMode="url"
              placeholder="https://ehr.example.com"
              autocomplete="off"
              spellcheck={false}
              value={address}
              onInput={(event) => setAddress(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit">Add site</Button>
      </form>
      <p role="status" class="small">
        {said}
      </p>
      {sites && sites.length > 0 && (
        <ul class="rows">
          {sites.map((site) => (
            <li key={site.pattern} class="row">
              <span class="mono row-main">{hostOf(site.pattern)}</span>
              {site.granted ? (
                <Tag tone="good">Reads visits</Tag>
              ) : (
                <Tag tone="warning">Permission withdrawn</Tag>
              )}
              {!site.granted && (
                <Button class="small" onClick={() => void add(site.pattern)}>
                  Allow again
                </Button>
              )}
              <Button
                class="small"
                aria-label={`Remove ${hostOf(site.pattern)}`}
                onClick={() => void remove(site.pattern)}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      {sites?.length === 0 && <p class="dim">No site yet. Add the address you open your EHR with.</p>}
    </Section>
  );
}

const hostOf = (pattern: string) => pattern.replace(/\/\*$/, '');
