/** Report names as Office Ally gives them. */
import type { IsoDate } from '@claimside/shared/values';

const compact = (day: IsoDate) => day.replaceAll('-', '');

export const acknowledgementName = (fileId: string, uploadedName: string) =>
  `${fileId}_${uploadedName.replace(/\.[^.]*$/, '')}_999.999`;

export const fileSummaryName = (fileId: string) => `FS_HCFA_${fileId}_IN_C.txt`;

/** For a file in which no claim could be read; what follows `ErrorReport` at Office Ally is not known. */
export const errorReportName = (fileId: string) => `FS_HCFA_${fileId}_ErrorReport.txt`;

export const clearinghouse277Name = (username: string, fileId: string, day: IsoDate) =>
  `${username}_${fileId}_HCFA_277ca_${compact(day)}.txt`;

export const payer277Name = (fileId: string, day: IsoDate) => `${fileId}_EDI_STATUS_HCFA_${compact(day)}.277`;

export const ediStatusName = (fileId: string, day: IsoDate) => `${fileId}_EDI_STATUS_${compact(day)}.txt`;

export const eraPackageName = (fileId: string, day: IsoDate) =>
  `${fileId}_ERA_STATUS_5010_${compact(day)}.zip`;

/** Inside the package. */
export const era835Name = (fileId: string, day: IsoDate) => `${fileId}_ERA_835_5010_${compact(day)}.835`;

/** Inside the package. */
export const eraTextName = (fileId: string, day: IsoDate) => `${fileId}_ERA_STATUS_5010_${compact(day)}.txt`;
