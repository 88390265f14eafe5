export { Counter, Gauge, Histogram, Registry } from 'prom-client';
export * from './logger';
export * from './registry';
export * from './tally';
export * from './turn-metrics';
export * from './turn-timing';
