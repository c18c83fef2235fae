/** Reports that are no X12: Office Ally's File Summary and EDI Status, of invented people. */

const SUMMARY_COLUMNS =
  'CLAIM# OA CLAIMID  PATIENT ID        LAST,FIRST          DOB          FROM DOS   TO DOS     CPT     DIAG     TAX ID      ACCNT#        PHYS.ID    PAYER  ERRORS';
const STATUS_COLUMNS =
  '    File ID   Claim ID    Pat. Acct #    Patient             Amount      Prac. ID   Tax ID     Payer     Process Date     Payer Ref ID        Status    Payer Response Message';
const RULE = '-'.repeat(60);

export const REPORTS: readonly string[] = [
  `Date Processed:11/22/2026
File Name:837P_20261122_153000_000123.txt
+---> 1 # error RC77 - PAYER TAKES NO SUCH CLAIM (invented)
-------ERROR CLAIM DETAIL
${RULE}
${SUMMARY_COLUMNS}
${RULE}
1)     2900000001  W000000001        TESTER,ANNA         01/02/1980   11/03/2026 11/03/2026 99213   M545     123456789   C000000001    1234567893 60054  RC77 RC99
-------ACCEPTED CLAIM DETAIL
2)     2900000002  W000000002        SAMPLE,BEN          02/03/1975   11/03/2026 11/03/2026 99214   E119     123456789   C000000002    1234567893 87726
`,
  `${STATUS_COLUMNS}
    164060133 2900000001  C000000001     TESTER,ANNA         125.00      1234567893 123456789  60054     11/23/2026       P0000000001         REJECTED  SUBSCRIBER NOT FOUND
    1640601333 2900000002  C000000002     SAMPLE,BEN JR       180.00      1234567893 123456789  87726     11/23/2026                           ACCEPTED  CLAIM RECEIVED
`,
];
