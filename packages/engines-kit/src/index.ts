export * from './errors';
export type * from './host';
