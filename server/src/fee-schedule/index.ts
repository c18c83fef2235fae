export { importFeeSchedule, previewFeeSchedule } from './import.ts';
export {
  changeProcedure,
  endProcedure,
  findInFeeSchedule,
  readFeeSchedule,
  type ScheduleContext,
  summaryOfFeeSchedule,
} from './schedule.ts';
export { tableOfSchedule } from './write.ts';
