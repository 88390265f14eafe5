export * from './talk';
