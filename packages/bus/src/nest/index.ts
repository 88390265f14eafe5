export * from './bus-transport';
export * from './decorators';
