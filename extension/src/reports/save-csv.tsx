/** Takes one table of the report away as CSV. */
import type { ReportTable } from '@claimside/shared/api';
import { reportFileName } from '@claimside/shared/reports';
import { SaveFiles } from '../ui/save-table.tsx';
import { useServer } from '../ui/server/index.ts';
import type { Asked } from './asked.ts';

export function SaveCsv({ asked, table }: { asked: Asked; table: ReportTable }) {
  const server = useServer();
  return (
    <SaveFiles
      files={[
        {
          words: 'Save as CSV',
          name: `${reportFileName({ ...asked, table })}.csv`,
          take: () => server.exportReport(asked, table),
        },
      ]}
    />
  );
}
