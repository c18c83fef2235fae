/** Sheets of styles that the bundler takes in. */
declare module '*.css';
