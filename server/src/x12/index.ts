export type { X12Finding, X12Location } from './finding.ts';
