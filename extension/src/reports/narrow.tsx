/** Narrows the whole report to one payer, one provider, or both. */
import type { Report } from '@claimside/shared/api';
import { Select, withChosen } from '../ui/parts/index.ts';
import type { Asked } from './asked.ts';

const ALL = '';

export function Narrow(props: { report: Report; asked: Asked; onAsk(asked: Asked): void }) {
  const { report, asked, onAsk } = props;
  const payers = report.payers.map((name) => [name, name] as const);
  const providers = report.providers.map(({ npi, name }) => [npi, name] as const);
  return (
    <div class="report-range">
      <Select<string>
        label="Payer"
        value={asked.payer ?? ALL}
        choices={[[ALL, 'All payers'], ...withChosen(asked.payer, payers)]}
        onChoose={(payer) => onAsk({ ...asked, payer: payer || undefined })}
      />
      <Select<string>
        label="Provider"
        value={asked.provider ?? ALL}
        choices={[[ALL, 'All providers'], ...withChosen(asked.provider, providers)]}
        onChoose={(provider) => onAsk({ ...asked, provider: provider || undefined })}
      />
    </div>
  );
}
