/** How and when the browser came to load what a window shows. */
export const navigationOf = ({ performance }: Window): PerformanceNavigationTiming | undefined =>
  (performance.getEntriesByType('navigation') as PerformanceNavigationTiming[])[0];
