export { Counter, Gauge, Histogram, Registry } from 'prom-client';
export * from './logger';
export * from './registry';
export * from './tally';
export * from './tracing/spans';
export * from './tracing/start-tracing';
export * from './tracing/trace-id';
export * from './turn-timing';
