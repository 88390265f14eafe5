export * from './client/realtime-client';
export * from './infra';
export * from './otlp/collector';
export * from './stack/metrics';
export * from './stack/recording';
export * from './stack/stack';
export * from './text/words';
