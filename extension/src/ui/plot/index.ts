export { type PlotFrame, plotFrame } from './frame.ts';
export { Plotted } from './plotted.tsx';
