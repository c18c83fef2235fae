/** The practice's own procedures, as a person or an EHR writes them to CSV: code, description if any, usual charge if any. */
import { parseMoney } from '@claimside/shared/values';
import { columnOf, type Layout } from '../layout.ts';

const PROCEDURE = /^(\d{4}[0-9AFMTU]|[A-Z]\d{4})$/;

/** With a header in any order, or without one in the order code, description, charge. Charges are dollars. */
export const practiceProcedureFile: Layout = {
  name: 'a list of procedures with charges as CSV',
  form: 'cells',
  open(first, firstLine, sink) {
    const header = {
      code: columnOf(first, /^(cpt|hcpcs|cpt\/hcpcs|procedure|code)( code)?$/),
      words: columnOf(first, /description|^name$/),
      charge: columnOf(first, /charge|fee|price|amount/),
    };
    const isHeader = header.code >= 0;
    if (!isHeader && !PROCEDURE.test(first[0]?.trim() ?? '')) return undefined;
    const columns = isHeader ? header : { code: 0, words: 1, charge: 2 };
    const row = (cells: readonly string[], line: number) => {
      const cell = (at: number) => cells[at]?.trim() ?? '';
      const code = cell(columns.code).toUpperCase();
      const [title, amount] = [cell(columns.words), cell(columns.charge)];
      const charge = amount === '' ? undefined : parseMoney(amount);
      if (!PROCEDURE.test(code))
        sink.fault(line, 'This row does not have a procedure code of five characters.', 'Correct the code.');
      else if (amount !== '' && (charge === undefined || charge < 0))
        sink.fault(line, `The charge of ${code} is not an amount.`, 'Write dollars, such as 125.00.');
      else sink.add(line, code, { ...(title && { title }), ...(charge !== undefined && { charge }) });
    };
    if (!isHeader) row(first, firstLine);
    return { row };
  },
};
