export { z } from 'zod';
export * from './fragments';
export * from './load';
